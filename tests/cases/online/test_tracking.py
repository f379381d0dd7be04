"""Following a case: sentence, dates, what to do, result, withdrawal."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import Role
from cases.domain.correct import Defect, request_correction
from cases.enums import Status
from cases.models import Case, CaseStage
from cases.online.ahead import to_come
from places.calendar import calendar_for
from tests.cases.factories import make_item
from tests.core.factories import photo, upload

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("state", ["received", "correction_required", "accepted", "reviewing", "granted", "denied"])
def test_every_state_has_its_page_and_is_in_the_list(county, alice, state):
    case = getattr(county, state)()
    page = alice.get("case", case.public_id).content.decode()
    assert case.number in page
    assert "青石镇人民政府" in page
    assert "办理经过和下一步" in page
    assert case.number in alice.get("my").content.decode()


def test_the_steps_to_come_have_units_and_dates(county, alice):
    county.now = timezone.now()
    page = alice.get("case", county.accepted().public_id).content.decode()
    assert "核对信息" in page
    assert "最晚 20" in page
    assert "送达" in page


def test_a_passed_date_is_admitted_and_later_ones_are_not_invented(county):
    calendar = calendar_for(county.accepted().unit)
    case = Case.objects.select_related("unit__region", "item__department").get()
    rows = to_come(case, on=date(2026, 12, 3), calendar=calendar)
    assert rows[0]["date"] == "应在2026年12月2日(周三)前办完"
    assert not any("最晚" in row["date"] for row in rows)
    rows = to_come(case, on=date(2026, 11, 20), calendar=calendar)
    assert rows[0]["date"] == "最晚 2026年12月2日(周三)"
    rows = to_come(case, on=date(2026, 11, 3), calendar=calendar)
    assert rows[0]["date"] == "最晚 2026年11月16日(周一)"


def test_steps_before_the_acceptance_are_behind_and_other_departments_are_named(county):
    homestead = make_item("homestead", department=county.department).current_version
    for case, first in ((county.received(), "受理"), (county.accepted(), "现场审查")):
        case.version = homestead
        CaseStage.objects.filter(case=case).delete()  # those of another item
        rows = to_come(case, on=date(2026, 11, 3), calendar=calendar_for(case.unit))
        assert rows[0]["title"] == first
        units = {row["title"]: row["unit"] for row in rows}
        assert "村里讨论和公示" not in units and units["自然资源部门审查"] == "云溪县自然资源局"


def test_a_step_of_the_town_names_its_office_and_not_the_place(county):
    case = county.received()
    case.version = make_item("homestead", department=county.department, deciding_level="county").current_version
    case.unit = county.department
    rows = to_come(case, on=date(2026, 11, 3), calendar=calendar_for(case.unit))
    assert rows[0]["title"] == "受理" and rows[0]["unit"] == county.town_unit.name != case.region.town.name


def test_what_the_desk_does_among_itself_is_not_shown(county, alice):
    case = county.reviewed()
    page = alice.get("case", case.public_id).content.decode()
    assert "情况属实" not in page


def test_the_correction_box_leads_to_the_page_of_each_defect(county, alice):
    case = county.received()
    defects = [
        Defect("bank_account_proof", "收款银行卡（存折）账号页", "没有提交", "请拍卡的正面"),
        Defect("bank_name", "开户银行", "只写了银行名", "写到支行"),
    ]
    request_correction(case=case, defects=defects, actor=county.clerk, now=county.now)
    page = alice.get("case", case.public_id).content.decode()
    assert "补正" in page
    assert "写到支行" in page
    paper, answer = case.correction.items.all()
    assert "没有提交" in alice.get("supply", case.public_id, paper.pk).content.decode()
    file = upload("卡.jpg", photo(), "image/jpeg")
    first = alice.post("supply", case.public_id, paper.pk, file=file)
    assert first.status_code == 302
    assert "还有 1 项要补" in alice.client.get(first.url).content.decode()
    alice.post("supply", case.public_id, answer.pk, bank_name="云溪农村商业银行临江支行")
    case = Case.objects.get()
    assert case.correction.supplied_at is not None
    assert case.application.answers["bank_name"] == "云溪农村商业银行临江支行"
    assert "要求补正的都已补齐" in alice.get("case", case.public_id).content.decode()


def test_a_bad_file_in_a_correction_is_refused_with_a_sentence(county, alice):
    case = county.correction_required()
    item = case.correction.items.get()
    response = alice.post("supply", case.public_id, item.pk, file=upload("卡.pdf", b""))
    assert "空" in response.content.decode()
    assert case.correction.items.get().supplied_at is None


def test_a_defect_of_another_case_does_not_exist(county, alice, charlie):
    case = county.correction_required()
    item = case.correction.items.get()
    assert charlie.get("supply", case.public_id, item.pk).status_code == 404
    assert alice.get("supply", case.public_id, item.pk + 1).status_code == 404


def test_nothing_can_be_supplied_when_the_office_no_longer_waits(county, alice):
    case = county.correction_required()
    item = case.correction.items.get()
    alice.post("withdraw", case.public_id, reason="")
    response = alice.get("supply", case.public_id, item.pk)
    assert response.url == reverse("online:case", args=[case.public_id])


def test_withdrawing_is_asked_once_and_may_say_why(county, alice):
    case = county.accepted()
    assert "要撤回这份申请吗" in alice.get("withdraw", case.public_id).content.decode()
    alice.post("withdraw", case.public_id, reason="不需要了")
    case = Case.objects.get()
    assert case.status == Status.WITHDRAWN
    assert "撤回确认书" in alice.get("case", case.public_id).content.decode()
    assert alice.get("withdraw", case.public_id).status_code == 302


def test_taking_the_certificate_delivers_closes_and_opens_it(county, alice):
    case = county.granted()
    certificate = case.certificate.document
    assert alice.get("document", certificate.public_id).url == reverse("online:receive", args=[case.public_id])
    assert Case.objects.get().status == Status.GRANTED
    response = alice.post("receive", case.public_id)
    assert response.url == reverse("online:document", args=[certificate.public_id])
    assert Case.objects.get().status == Status.CLOSED
    assert b"".join(alice.client.get(response.url).streaming_content).startswith(b"%PDF-")
    assert alice.post("receive", case.public_id).url == response.url
    page = alice.get("case", case.public_id).content.decode()
    assert case.certificate.number in page
    assert reverse("verify:certificate", args=[case.certificate.token]) in page


def test_a_denial_is_received_the_same_way(county, alice):
    case = county.denied()
    alice.post("receive", case.public_id)
    assert Case.objects.get().status == Status.CLOSED


def test_a_result_that_cannot_be_made_is_not_delivered(county, alice, monkeypatch):
    case = county.granted()
    document = case.certificate.document
    type(document).objects.filter(pk=document.pk).update(state="queued", file=None)

    def broken(**kwargs):
        raise RuntimeError("no fonts")

    monkeypatch.setattr("cases.domain.documents.make_paper", broken)
    monkeypatch.setattr("cases.online.views.documents._is_result_to_receive", lambda request, found: False)
    response = alice.client.post(reverse("online:receive", args=[case.public_id]), follow=True)
    assert response.status_code == 503
    assert "暂时没有生成" in response.content.decode()
    assert Case.objects.get().status == Status.GRANTED


def test_an_agent_without_the_power_to_collect_is_told(county, client_for):
    from tests.accounts.factories import MandateFactory
    from tests.cases.online.person import Person

    mandate = MandateFactory(principal=county.resident, acts=["submit"])
    agent = Person(client_for(mandate.agent), county, mandate=mandate)
    application = agent.begin()
    agent.declare(application)
    case = Case.objects.get()
    response = agent.client.post(reverse("online:withdraw", args=[case.public_id]), {"reason": ""})
    assert "授权" in response.content.decode()
    assert Case.objects.get().status == Status.RECEIVED


def test_staff_who_may_see_the_case_may_open_its_papers(county, client_for):
    from accounts.models import User

    case = county.accepted()
    notice = case.documents.get(code="acceptance_notice")
    address = reverse("online:document", args=[notice.public_id])
    reviewer = User.objects.get(pk=county.reviewer.user_id)
    assert client_for(reviewer).get(address).status_code == 200
    other = User.objects.get(pk=county.staff(Role.REVIEWER, name="县局审查员", unit=county.department).user_id)
    assert client_for(other).get(address).status_code == 404


def ask(county, case, **changes):
    given = {"number": case.number, "last_four": county.resident.id_number[-4:], "name": "王秀英", **changes}
    return Client().post(reverse("online:track"), given)


def test_the_public_look_up_shows_state_unit_and_dates_only(county):
    county.now = timezone.now()
    case = county.accepted()
    page = ask(county, case).content.decode()
    assert "已受理" in page
    assert "青石镇人民政府" in page
    assert "最晚" in page
    assert "王秀英" not in page
    assert county.resident.id_number not in page
    assert county.resident.phone not in page


def test_full_width_numbers_are_understood(county):
    case = county.received()
    assert case.number in ask(county, case, number="２０２６－0000001").content.decode()


@pytest.mark.parametrize("changes", [{"name": "李四"}, {"last_four": "0000"}, {"number": "2026-9999999"}])
def test_every_miss_gets_the_same_answer(county, changes):
    page = ask(county, county.received(), **changes).content.decode()
    assert "没有三项都对得上的办件" in page


@pytest.mark.parametrize("changes", [{"last_four": "12"}, {"number": "9" * 40_000}, {"name": ""}])
def test_what_cannot_be_is_told_in_the_look_up(county, changes):
    assert "govuk-error-message" in ask(county, county.received(), **changes).content.decode()


def test_trying_numbers_out_ends_after_ten_questions(county):
    from django.core.cache import cache

    cache.clear()
    case = county.received()
    answers = [ask(county, case, last_four="0000").status_code for _ in range(11)]
    cache.clear()
    assert answers == [200] * 10 + [429]
