"""What stands around a case on its page: pauses, parallel stages, papers that follow, linked cases, inner papers."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import Role
from cases.domain.hearings import tell_hearing_right
from cases.domain.linked import open_linked_case
from cases.domain.review import start_review
from cases.domain.special import propose_suspension, resume_case, suspend_case
from cases.domain.stages import finish_stage
from cases.domain.ways import accept_with_tolerance
from cases.dues import last_day
from cases.enums import CaseKind, MaterialState
from cases.models import Case, HearingState
from cases.online.ahead import to_come
from cases.online.pauses import pauses_of
from tests.accounts.factories import ResidentFactory, UnitFactory
from tests.cases.factories import County, make_item
from tests.cases.online.person import Person
from tests.cases.review.factories import COUNTY_REVIEW, HOUSING, LAND, PUBLICITY, TOWN_REVIEW, Joint
from tests.cases.test_fees import FEE, asked
from tests.cases.test_ways import short_of
from tests.core.factories import photo, upload

pytestmark = pytest.mark.django_db


def rows_of(case, on):
    return {row["title"]: row for row in to_come(case, on=on, calendar=case.calendar)}


def test_stages_side_by_side_are_both_in_hand_and_name_each_other():
    joint = Joint()
    joint.steps = (TOWN_REVIEW, LAND, HOUSING, PUBLICITY)
    for name in ("云溪县自然资源局", "云溪县住房和城乡建设局"):
        UnitFactory(name=name)
    case = joint.begun()
    joint.finish(case, "乡镇初审", joint.reviewer)
    case = Case.objects.for_following().get(pk=case.pk)
    rows = rows_of(case, joint.now.date())
    land, housing, last = rows["自然资源部门审查"], rows["住建部门审查"], rows["公示"]
    assert (land["tone"], housing["tone"], last["tone"]) == ("now", "now", "next")
    assert land["text"] == "与“住建部门审查”同时进行。"
    assert land["unit"] == "云溪县自然资源局" and land["date"].startswith("最晚 2026年11月")
    assert "同时" not in last["text"]


def test_a_stage_that_is_done_stands_behind_and_no_more_ahead(client_for):
    joint = Joint()
    joint.steps = (TOWN_REVIEW, PUBLICITY)
    case = joint.begun()
    finish_stage(case=case, order=1, conclusion="pass", text="内部意见", actor=joint.reviewer, now=joint.later(3))
    case = Case.objects.for_following().get(pk=case.pk)
    assert "乡镇初审" not in rows_of(case, joint.now.date())
    page = Person(client_for(joint.resident.user), joint).get("case", case.public_id).content.decode()
    assert "“乡镇初审”已完成" in page
    assert "内部意见" not in page


@pytest.fixture
def paused(db):
    joint = Joint()
    joint.steps = (TOWN_REVIEW,)
    joint.changes = {"special_procedures": [{"kind": "data_check", "basis": "", "max_days": 15}]}
    case = joint.begun()
    propose_suspension(
        case=case, kind="data_check", days=10, reason="需要核对家庭经济状况", actor=joint.reviewer, now=joint.later(3)
    )
    case = suspend_case(case=case, actor=joint.county_approver, now=joint.later(4))
    return joint, Case.objects.for_following().get(pk=case.pk)


def test_a_pause_says_why_since_when_and_how_many_days(paused):
    _joint, case = paused
    (row,) = pauses_of(case, on=date(2026, 11, 9), calendar=case.calendar)
    assert row.reason == "需要核对家庭经济状况"
    assert row.is_open and row.days == 5
    assert row.term == "2026年11月2日(周一)起，最晚到2026年11月16日(周一)"
    assert "法定时限照常计算" in row.counts
    first = to_come(case, on=date(2026, 11, 9), calendar=case.calendar)[0]
    assert first["tone"] == "now" and "不计入" in first["text"]


def test_the_look_up_without_signing_in_tells_the_pause_and_not_its_reason(paused):
    joint, case = paused
    given = {"number": case.number, "last_four": joint.resident.id_number[-4:], "name": "王秀英"}
    page = Client().post(reverse("online:track"), given).content.decode()
    assert "特别程序" in page and "家庭经济状况核对" in page
    assert "需要核对家庭经济状况" not in page and "王秀英" not in page


def test_a_pause_that_is_over_stays_told(paused):
    joint, case = paused
    resume_case(case=case, result="核对完毕", actor=joint.reviewer, now=joint.after(3))
    case = Case.objects.for_following().get(pk=case.pk)
    (row,) = pauses_of(case, on=date(2026, 11, 20), calendar=case.calendar)
    assert not row.is_open and row.days == 3
    assert row.term == "2026年11月2日(周一)至2026年11月5日(周四)"


def test_a_publicity_that_is_not_counted_is_a_pause_too():
    joint = Joint()
    joint.steps = ({**PUBLICITY, "counts_in_limit": False},)
    case = Case.objects.for_following().get(pk=joint.begun().pk)
    (row,) = pauses_of(case, on=joint.now.date(), calendar=case.calendar)
    assert (row.title, row.is_open, row.is_statutory) == ("公示", True, False)
    assert case.due_on is None


def test_the_page_of_a_paused_case_costs_no_query_per_pause(paused, client_for, assert_same_queries):
    joint, case = paused
    alice = Person(client_for(joint.resident.user), joint)

    def grow():
        resume_case(case=case, result="核对完毕", actor=joint.reviewer, now=joint.later(5))
        for n in range(3):
            again = Case.objects.get(pk=case.pk)
            propose_suspension(
                case=again, kind="data_check", days=2, reason="再核对", actor=joint.reviewer, now=joint.later(6 + n)
            )
            suspend_case(case=again, actor=joint.county_approver, now=joint.later(6 + n))
            if n < 2:
                resume_case(case=again, result="核对完毕", actor=joint.reviewer, now=joint.later(6 + n))

    assert_same_queries(lambda: alice.get("case", case.public_id), grow)


def test_promised_papers_are_handed_in_where_the_page_asks_for_them(county, alice):
    case = accept_with_tolerance(case=short_of(county, 3), signed=True, actor=county.clerk, now=county.later(1))
    row = case.materials.get(state=MaterialState.LATER)
    page = alice.get("case", case.public_id).content.decode()
    address = reverse("online:follow", args=[case.public_id, row.key])
    assert address in page and "材料补齐以前不能发给办理结果" in page
    shown = alice.get("follow", case.public_id, row.key).content.decode()
    assert row.name in shown and "您承诺这份材料在" in shown and "材料补齐以前不能发给办理结果" in shown
    sent = alice.post("follow", case.public_id, row.key, file=upload("证明.jpg", photo(), "image/jpeg"))
    assert sent.status_code == 302
    case = Case.objects.get()
    assert case.tolerance.supplied_at is not None
    assert address not in alice.get("case", case.public_id).content.decode()


def test_a_bad_or_a_strange_paper_is_not_taken(county, alice, charlie):
    case = accept_with_tolerance(case=short_of(county, 3), signed=True, actor=county.clerk, now=county.later(1))
    row = case.materials.get(state=MaterialState.LATER)
    bad = alice.post("follow", case.public_id, row.key, file=upload("证明.pdf", b""))
    assert bad.status_code == 200 and "空" in bad.content.decode()
    other = case.materials.exclude(pk=row.pk).first()
    assert alice.get("follow", case.public_id, other.key).status_code == 404
    assert charlie.get("follow", case.public_id, row.key).status_code == 404


def test_a_fee_says_what_happens_if_it_is_not_paid(client_for):
    county = County()
    county.item = make_item(department=county.department, fees=[FEE])
    case = asked(county)
    page = Person(client_for(county.resident.user), county).get("case", case.public_id).content.decode()
    assert "¥10.00" in page and "2026年11月16日(周一)" in page
    assert "没有缴费，不能发给办理结果" in page


def test_linked_cases_stand_with_their_state_on_both_sides(county, alice):
    origin = county.denied()
    linked = open_linked_case(
        case=origin,
        kind=CaseKind.RECONSIDER,
        reason="发现新的事实",
        actor=county.staff(Role.UNIT_HEAD),
        now=county.later(5),
    )
    first = alice.get("case", origin.public_id).content.decode()
    assert reverse("online:case", args=[linked.public_id]) in first and "重新作出决定" in first
    second = alice.get("case", linked.public_id).content.decode()
    assert reverse("online:case", args=[origin.public_id]) in second
    assert "本件所针对的原决定" in second
    assert "行政机关主动立案" in second and "陈述意见" in second


def test_papers_between_offices_are_no_papers_of_the_applicant(county, alice):
    case = county.accepted()
    document = case.documents.get(code="acceptance_notice")
    document.code = "supervision_order"
    document.save()
    assert (
        reverse("online:document", args=[document.public_id]) not in alice.get("case", case.public_id).content.decode()
    )
    assert alice.get("document", document.public_id).status_code == 404


@pytest.fixture
def told(db):
    """The applicant of a licence has been told that she may ask for a hearing."""
    joint = Joint(now=timezone.now())
    joint.key, joint.steps = "timber_permit", (COUNTY_REVIEW,)
    joint.changes = {"hearing_right": True}
    case = start_review(case=joint.accepted(), actor=joint.county_reviewer, now=joint.later(2))
    tell_hearing_right(case=case, actor=joint.county_reviewer, now=joint.later(3))
    return joint, Case.objects.get(pk=case.pk)


def test_the_applicant_asks_for_a_hearing_on_a_page_of_her_own(told, client_for):
    joint, case = told
    alice = Person(client_for(joint.resident.user), joint)
    address = reverse("online:hearing", args=[case.public_id])
    until = last_day(case, case.hearings.get().request_by_on)
    page = alice.get("case", case.public_id).content.decode()
    assert address in page and f"{until}前申请听证" in page and "不再举行听证" in page
    assert f"{until}前可以申请" in alice.get("hearing", case.public_id).content.decode()
    answer = alice.post("hearing", case.public_id)
    assert answer.url == reverse("online:case", args=[case.public_id])
    row = case.hearings.get()
    assert (row.state, row.requested_by) == (HearingState.REQUESTED, "王秀英")
    assert alice.get("hearing", case.public_id).url == answer.url  # asked once


def test_nobody_else_asks_for_it(told, client_for):
    joint, case = told
    charlie = Person(client_for(ResidentFactory(name="赵国强").user), joint)
    assert charlie.get("hearing", case.public_id).status_code == 404
    assert charlie.post("hearing", case.public_id).status_code == 404


def test_asking_too_late_is_refused_with_the_day(told, client_for):
    joint, case = told
    case.hearings.update(request_by_on=date(2026, 11, 1))
    alice = Person(client_for(joint.resident.user), joint)
    assert "2026年11月1日(周日)" in alice.post("hearing", case.public_id).content.decode()
    assert case.hearings.get().state == HearingState.TOLD
