"""督办单 and 申请限制 at the desk: who sees, answers, closes, enters and lifts them."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from accounts.models import Message, Role
from cases.domain.bars import FALSE_PAPERS, bar_applicant
from cases.domain.supervise import answer_supervision, close_supervision, order_in_own_words, return_supervision
from cases.models import ApplicantBar, Supervision, SupervisionReturn
from core.errors import Refused
from core.models import AuditEntry
from papers.catalogue import KINDS
from papers.make import require_complete
from places.models.units import UnitKind
from tests.accounts.factories import TownFactory, UnitFactory

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def supervisor(county):
    return county.staff(Role.SUPERVISOR)


@pytest.fixture
def head(county):
    return county.staff(Role.UNIT_HEAD)


@pytest.fixture
def other_head(county):
    unit = UnitFactory(kind=UnitKind.TOWN, region=TownFactory(name="石桥镇"), name="石桥镇人民政府")
    return county.staff(Role.UNIT_HEAD, unit=unit)


@pytest.fixture
def order(county, supervisor):
    case = county.reviewing()
    return order_in_own_words(case=case, matter="为什么还没有办完？", actor=supervisor, now=county.later(3))


def codes(act, /, **given):
    with pytest.raises(Refused) as refusal:
        act(**given)
    return [reason.code for reason in refusal.value.reasons]


def test_an_order_is_a_paper_given_once_and_only_by_the_supervisor(county, supervisor, order):
    given = {"case": order.case, "matter": "为什么还没有办完？", "now": county.later(4)}
    assert codes(order_in_own_words, actor=county.approver, **given) == ["supervisor"]
    assert codes(order_in_own_words, actor=supervisor, **{**given, "matter": " "}) == ["matter"]
    assert order_in_own_words(actor=supervisor, **given) == order
    paper = order.case.documents.get(code="supervision_order")
    assert (paper.context["matter"], paper.context["to"]) == (order.matter, "青石镇人民政府")


def test_the_head_of_the_unit_answers_and_the_supervisor_closes(county, supervisor, head, other_head, order):
    assert codes(close_supervision, order=order, actor=supervisor, now=county.later(4)) == ["answered"]
    for stranger in (other_head, county.reviewer, supervisor):
        found = codes(answer_supervision, order=order, answer="在办", actor=stranger, now=county.later(4))
        assert found == ["head_of_unit"]
    assert codes(answer_supervision, order=order, answer="", actor=head, now=county.later(4)) == ["answer"]
    answer_supervision(order=order, answer="材料核对多用了两天，明天办完。", actor=head, now=county.later(5))
    assert codes(answer_supervision, order=order, answer="又", actor=head, now=county.later(6)) == ["unanswered"]
    assert codes(close_supervision, order=order, actor=head, now=county.later(6)) == ["supervisor"]
    closed = close_supervision(order=order, remark="同意", actor=supervisor, now=county.later(7))
    assert (closed.closed_by_id, closed.remark) == (supervisor.user_id, "同意")
    assert codes(close_supervision, order=order, actor=supervisor, now=county.later(8)) == ["not_closed"]
    acts = ["supervision.order", "supervision.answer", "supervision.close"]
    assert list(AuditEntry.objects.filter(action__in=acts).order_by("id").values_list("action", flat=True)) == acts


def test_supervisor_and_head_walk_an_order_through_its_pages(county, signed_in, supervisor, head, order):
    page = reverse("desk:supervision", args=[order.public_id])
    answering, closing = signed_in(head), signed_in(supervisor)
    assert "待答复的督办单" in answering.get(reverse("wagtailadmin_home")).content.decode()
    assert "承办单位还没有答复。" in closing.get(page).content.decode()
    assert answering.post(page, {"answer": "明天办完。"}).status_code == 302
    assert "明天办完。" in closing.get(page).content.decode()
    assert "已答复待办结" in closing.get(reverse("wagtailadmin_home")).content.decode()
    assert closing.post(page, {"remark": ""}).status_code == 302
    assert Supervision.objects.closed().get() == order
    listed = closing.get(reverse("desk:supervisions"), {"state": "closed"}).content.decode()
    assert order.case.number in listed and "王*英" in listed and "王秀英" not in listed


def test_the_supervisor_issues_an_order_by_the_number_of_the_case(county, signed_in, supervisor):
    case, client = county.reviewing(), signed_in(supervisor)
    new = reverse("desk:supervision_new")
    assert new in client.get(reverse("desk:case", args=[case.public_id])).content.decode()
    wrong = client.post(new, {"case": "000", "matter": "为什么"})
    assert "没有这个编号的办件，或者您无权查看。" in wrong.content.decode()
    assert client.post(new, {"case": case.number, "matter": "为什么"}).status_code == 302
    assert Supervision.objects.get().case == case


def test_a_head_sees_only_the_orders_of_her_unit(county, signed_in, other_head, order):
    client = signed_in(other_head)
    assert client.get(reverse("desk:supervision", args=[order.public_id])).status_code == 404
    assert order.case.number not in client.get(reverse("desk:supervisions")).content.decode()


@pytest.fixture
def bar(county):
    given = {"ground": FALSE_PAPERS, "reason": "伪造残疾证。", "actor": county.approver, "now": county.later(5)}
    return bar_applicant(case=county.denied(), **given)


def test_a_bar_is_entered_and_lifted_by_who_decided_and_the_person_is_told(county, signed_in, other_head):
    case = county.denied()
    client, new = signed_in(county.approver), reverse("desk:bar_new")
    assert new in client.get(reverse("desk:case", args=[case.public_id])).content.decode()
    sent = {"case": case.number, "ground": "fraud", "reason": "伪造残疾证。"}
    assert client.post(new, {**sent, "ground": "dislike"}).status_code == 200
    assert client.post(new, sent).status_code == 302
    bar = ApplicantBar.objects.get()
    page = reverse("desk:bar", args=[bar.pk])
    shown = client.get(page).content.decode()
    assert "第七十九条" in shown and bar.resident.id_number not in shown and bar.resident.name not in shown
    assert AuditEntry.objects.filter(action="bar.read").count() == 1
    assert signed_in(other_head).get(page).status_code == 404
    assert client.post(page, {"reason": "处理决定已撤销"}).status_code == 302
    bar.refresh_from_db()
    assert (bar.lifted_by_id, bar.lift_reason) == (county.approver.user_id, "处理决定已撤销")
    told = list(Message.objects.filter(resident=bar.resident).order_by("-id").values_list("title", flat=True)[:2])
    assert told == ["您可以重新申请", "您在一段时间内不能申请"]


def test_a_supervisor_reads_bars_and_lifts_none(county, signed_in, supervisor, bar):
    client = signed_in(supervisor)
    page = reverse("desk:bar", args=[bar.pk])
    assert "解除限制" not in client.get(page).content.decode()
    assert client.post(page, {"reason": "不合理"}).status_code == 200
    bar.refresh_from_db()
    assert bar.lifted_at is None
    assert client.get(reverse("desk:bar_new")).status_code == 404


@pytest.fixture
def answered(county, head, order):
    return answer_supervision(order=order, answer="在办。", actor=head, now=county.later(5))


def test_an_answer_that_is_not_enough_is_sent_back_with_a_reason_and_a_new_term(county, supervisor, head, answered):
    given = {"order": answered, "reason": "没有说明原因。", "days": 2, "now": county.later(6)}
    assert codes(return_supervision, actor=head, **given) == ["supervisor"]
    assert codes(return_supervision, actor=supervisor, **{**given, "reason": " ", "days": 11}) == ["reason", "days"]
    assert codes(return_supervision, actor=supervisor, **{**given, "days": 0}) == ["days"]
    back = return_supervision(actor=supervisor, **given)
    assert (back.answer, back.answered_at, back.times_returned) == ("", None, 1)
    assert back.due_on == date(2026, 11, 4)
    row = back.returns.get()
    assert (row.answer, row.reason, row.answered_by_id) == ("在办。", "没有说明原因。", head.user_id)
    assert (row.due_before, row.due_on, row.returned_by_id) == (answered.due_on, back.due_on, supervisor.user_id)
    papers = back.case.documents.filter(code="supervision_order").order_by("id")
    assert [paper.context["due_on"] for paper in papers] == [answered.due_on.isoformat(), "2026-11-04"]
    assert "没有说明原因。" in papers[1].context["requirements"][0] and "退回重新答复" in papers[1].context["title"]
    require_complete(KINDS["supervision_order"], papers[1].context)
    assert papers[0].number != papers[1].number
    audited = AuditEntry.objects.get(action="supervision.return")
    assert (audited.user_id, audited.data["due_on"]) == (supervisor.user_id, "2026-11-04")


def test_the_same_order_is_answered_anew_and_then_closed(county, supervisor, head, answered):
    given = {"reason": "没有说明原因。", "days": 3, "actor": supervisor, "now": county.later(6)}
    back = return_supervision(order=answered, **given)
    assert codes(close_supervision, order=back, actor=supervisor, now=county.later(7)) == ["answered"]
    assert codes(return_supervision, order=back, **given) == ["answered"]
    answer_supervision(order=back, answer="系统故障两天，已办结。", actor=head, now=county.later(7))
    return_supervision(order=back, **{**given, "now": county.later(8)})
    answer_supervision(order=back, answer="附故障记录。", actor=head, now=county.later(9))
    closed = close_supervision(order=back, actor=supervisor, now=county.later(10))
    assert (closed.times_returned, closed.answer) == (2, "附故障记录。")
    assert [row.answer for row in closed.returns.all()] == ["在办。", "系统故障两天，已办结。"]
    assert codes(return_supervision, order=closed, **given) == ["not_closed"]


def test_what_was_sent_back_cannot_be_changed(county, supervisor, answered):
    given = {"reason": "没有说明原因。", "days": 3, "actor": supervisor, "now": county.later(6)}
    back = return_supervision(order=answered, **given)
    with pytest.raises(DatabaseError), transaction.atomic():
        SupervisionReturn.objects.filter(order=back).update(reason="x")


def test_the_unit_sees_why_on_its_page_and_its_workbench_and_the_case_shows_the_paper(
    county, signed_in, supervisor, head, answered
):
    page = reverse("desk:supervision", args=[answered.public_id])
    watching, answering = signed_in(supervisor), signed_in(head)
    assert "退回重新答复" in watching.get(page).content.decode()
    wrong = watching.post(page, {"act": "return", "reason": "", "days": "3"})
    assert wrong.status_code == 200 and not SupervisionReturn.objects.exists()
    assert watching.post(page, {"act": "return", "reason": "没有说明原因。", "days": "3"}).status_code == 302
    shown = answering.get(page).content.decode()
    assert "没有说明原因。" in shown and "已退回，待重新答复" in shown and 'name="answer"' in shown
    assert "退回重新答复" not in answering.post(page, {"act": "return", "reason": "x", "days": "3"}).content.decode()
    assert SupervisionReturn.objects.count() == 1
    assert "待答复的督办单" in answering.get(reverse("wagtailadmin_home")).content.decode()
    listed = answering.get(reverse("desk:supervisions"), {"state": "unanswered"}).content.decode()
    assert "已退回，待重新答复" in listed
    assert answering.post(page, {"answer": "系统故障两天。"}).status_code == 302
    again = watching.get(page).content.decode()
    assert "系统故障两天。" in again and "在办。" in again
