"""The desk during the review: acts with their forms, panels, queues, files through the gate."""

from datetime import datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.domain.posts import sync_groups
from accounts.middleware import POST_KEY
from accounts.models import User
from cases.domain.publicity import PUBLIC, raise_objection
from cases.enums import StageState, Status
from cases.models import Case, Objection, Publicity, SiteCheck, Suspension
from core.models import AuditEntry
from tests.cases.photos import photo
from tests.cases.review.factories import Joint
from tests.cases.review.test_special import DATA
from tests.cases.review.test_stages import fresh

pytestmark = pytest.mark.django_db


@pytest.fixture
def clock(joint, monkeypatch):
    """`clock(moment)`: the desk works at that moment."""

    def set_to(moment: datetime) -> None:
        monkeypatch.setattr(timezone, "now", lambda: moment)

    set_to(joint.later(6))
    return set_to


@pytest.fixture
def signed_in(joint, clock, client_for):
    def enter(actor):
        user = User.objects.get(pk=actor.user_id)
        sync_groups(user=user, on=joint.now.date())
        client = client_for(user)
        session = client.session
        session[POST_KEY] = actor.post.id
        session.save()
        return client

    return enter


def page(client, case):
    return client.get(reverse("desk:case", args=[case.public_id])).content.decode()


def do(client, case, verb, **given):
    values = {f"{verb}-{name}": value for name, value in given.items()}
    return client.post(reverse("desk:act", args=[case.public_id, verb]), values)


def test_the_page_shows_every_stage_with_its_unit_and_what_waits_for_mine(joint, signed_in):
    text = page(signed_in(joint.reviewer), joint.begun())
    for words in ("办理环节", "入户调查", "县级审核", "柳树村村民委员会", "10 个工作日", "本单位"):
        assert words in text


def test_a_survey_is_recorded_with_photographs_and_then_finished(joint, signed_in):
    case, client = joint.begun(), signed_in(joint.reviewer)
    assert "要先有核查记录" in page(client, case)
    colleague = joint.approver
    answer = do(
        client,
        case,
        "record_site_check",
        at="2026-11-02T14:30",
        place="青石镇柳树村",
        first_staff=joint.reviewer.user_id,
        second_staff=colleague.user_id,
        facts="住房两间，家中一人",
        meets_conditions="yes",
        photos=[photo("一.jpg"), photo("二.jpg")],
        signed_by="王秀英",
    )
    assert answer.status_code == 302, answer.content.decode()
    check = SiteCheck.objects.get()
    assert check.photos.count() == 2
    shown = page(client, case)
    assert "照片2" in shown and "王*英已签名" in shown
    url = reverse("desk:check_photo", args=[case.public_id, check.pk, check.photos.first().public_id])
    assert client.get(url).status_code == 200
    assert AuditEntry.objects.filter(action="case.read_paper").exists()
    assert do(client, case, "finish_stage", order=1, conclusion="pass", text="属实").status_code == 302
    assert joint.stage(case, "乡镇初审").state == StageState.RUNNING


def test_a_record_that_is_refused_keeps_what_was_typed_and_no_file(joint, signed_in):
    from core.models import StoredFile

    case, client = joint.begun(), signed_in(joint.reviewer)
    before = StoredFile.objects.count()
    answer = do(
        client,
        case,
        "record_site_check",
        at="2026-11-02T14:30",
        place="青石镇柳树村",
        first_staff=joint.reviewer.user_id,
        second_staff=joint.reviewer.user_id,
        facts="住房两间",
        meets_conditions="yes",
        photos=[photo()],
        signed_by="王秀英",
    )
    text = answer.content.decode()
    assert "两名工作人员进行" in text and "住房两间" in text
    assert StoredFile.objects.count() == before


def test_the_town_publishes_what_the_form_proposes(joint, signed_in):
    case, client = joint.town_reviewed(), signed_in(joint.reviewer)
    text = page(client, case)
    assert "申请人：王*英" in text
    content = "申请人：王*英\n村（社区）：青石镇柳树村"
    refused = do(client, case, "start_publicity", content="申请人：王秀英", place="村务栏", contact="民政办")
    assert "有个人的全名" in refused.content.decode()
    assert do(client, case, "start_publicity", content=content, place="村务栏", contact="民政办").status_code == 302
    assert Publicity.objects.get(case=case).content == content


def test_an_objection_is_answered_and_the_publicity_ended(joint, signed_in, clock):
    case = joint.published()
    objection = raise_objection(case=case, text="他家有车", actor=PUBLIC, now=joint.after(1))
    clock(joint.after(8))
    client = signed_in(joint.reviewer)
    assert "待处理" in page(client, case)
    done = do(client, case, "handle_objection", objection=objection.pk, upheld="no", handling="已过户")
    assert done.status_code == 302
    assert Objection.objects.get().upheld is False
    assert do(client, case, "end_publicity", conclusion="pass", result="").status_code == 302
    assert joint.stage(case, "公示").state == StageState.DONE


def test_the_county_sends_back_from_the_page(joint, signed_in, clock):
    case = joint.at_county()
    clock(joint.after(13))
    client = signed_in(joint.county_reviewer)
    assert "退回前一环节" in page(client, case)
    assert do(client, case, "send_back", order=2, reason="收入没有核清").status_code == 302
    assert "第2次" in page(client, case)


def test_a_procedure_is_proposed_by_one_and_approved_by_another(db, monkeypatch, client_for):
    joint = Joint()
    joint.changes = {"special_procedures": [DATA]}
    monkeypatch.setattr(timezone, "now", lambda: joint.later(6))
    case = joint.surveyed()

    def browser(actor):
        client = client_for(User.objects.get(pk=actor.user_id))
        sync_groups(user=User.objects.get(pk=actor.user_id), on=joint.now.date())
        session = client.session
        session[POST_KEY] = actor.post.id
        session.save()
        return client

    first, second = browser(joint.reviewer), browser(joint.county_approver)
    given = {"kind": "data_check", "days": 10, "reason": "外省未回复", "body": "核对中心"}
    assert do(first, case, "propose_suspension", **given).status_code == 302
    shown = page(second, case)
    assert "外省未回复" in shown and "批准特别程序" in shown
    assert do(second, case, "suspend").status_code == 302
    assert fresh(case).status == Status.SUSPENDED
    assert do(first, case, "resume", result="已核对").status_code == 302
    assert Suspension.objects.get().result == "已核对"


def test_the_workbench_counts_my_stages_and_proposals(joint, signed_in):
    from cases.desk.workbench import figures_of

    case = joint.begun()
    figures = {figure.label: figure for figure in figures_of(joint.reviewer, joint.now.date())}
    assert figures["待办环节"].number == 1
    listed = signed_in(joint.reviewer).get(figures["待办环节"].url)
    assert list(listed.context["object_list"]) == [case]
    assert {f.label: f.number for f in figures_of(joint.county_reviewer, joint.now.date())}["待办环节"] == 0


def test_a_case_waits_for_the_decision_only_when_no_stage_runs(joint, clock):
    from cases.desk.queues import BY_KEY, cases_in

    case = joint.at_county()
    day = joint.after(13).date()
    assert not cases_in(BY_KEY["decide"], joint.county_approver, day).exists()
    from cases.domain.review import give_opinion

    give_opinion(case=case, conclusion="grant", text="符合", actor=joint.county_reviewer, now=joint.after(13))
    assert cases_in(BY_KEY["decide"], joint.county_approver, day).get() == case
    assert not cases_in(BY_KEY["decide"], joint.approver, day).exists()


def test_the_page_takes_the_same_queries_for_many_checks_and_objections(joint, signed_in, assert_same_queries):
    case = joint.published()
    client = signed_in(joint.reviewer)
    raise_objection(case=case, text="一", actor=PUBLIC, now=joint.after(1))

    def grow():
        for n in range(9):
            raise_objection(case=case, text=f"反映{n}", actor=PUBLIC, now=joint.after(1) + timedelta(minutes=n))
        joint.check_on_site(Case.objects.get(pk=case.pk))

    assert_same_queries(lambda: page(client, case), grow)
