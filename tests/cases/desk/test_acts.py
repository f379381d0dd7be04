"""Acts from the case page: what cannot be done says why in the words of the refusal; nothing typed is lost."""

import pytest
from django.urls import reverse

from accounts.models import Role
from cases.enums import PaperState, Status
from cases.models import Case, OfficialDocument
from core.models import AuditEntry

pytestmark = pytest.mark.django_db


def url(name, case, *args):
    return reverse(f"desk:{name}", args=[case.public_id, *args])


def fresh(case):
    return Case.objects.get(pk=case.pk)


def test_opening_a_case_is_recorded(county, signed_in):
    case = county.received()
    signed_in(county.clerk).get(url("case", case))
    assert AuditEntry.objects.get(action="case.read").user_id == county.clerk.user_id


def test_the_button_and_the_refusal_say_the_same_sentence(county, signed_in):
    case = county.received()
    client = signed_in(county.clerk)
    page = client.get(url("case", case))
    shown = next(action for action in page.context["actions"].blocked if action.verb == "accept")
    refused = client.post(url("act", case, "accept"))
    assert shown.why_not[0].text in page.content.decode()
    assert [str(message) for message in refused.context["messages"]] == [shown.why_not[0].text]
    assert fresh(case).status == Status.RECEIVED


def test_the_intake_clerk_is_told_why_she_cannot_decide(county, signed_in):
    case = county.reviewed()
    page = signed_in(county.clerk).get(url("case", case)).content.decode()
    assert "只有青石镇人民政府的审批人员才能决定这件。" in page


def test_a_refusal_needs_a_second_person(county, signed_in):
    case = county.received()
    given = {"propose_refusal-reason": "不属于本机关职权", "propose_refusal-basis": "《行政许可法》第三十二条"}
    given["propose_refusal-agency"] = "云溪县民政局"
    first = signed_in(county.clerk)
    first.post(url("act", case, "propose_refusal"), given)
    alone = first.post(url("act", case, "refuse_intake"))
    assert "须由第二人答复" in alone.content.decode()
    assert fresh(case).status == Status.RECEIVED
    signed_in(county.staff(Role.WINDOW_CLERK, name="郑同事")).post(url("act", case, "refuse_intake"))
    assert fresh(case).status == Status.NOT_ACCEPTED


def test_what_was_typed_stays_when_the_verb_refuses(county, signed_in):
    case = county.reviewed()
    answer = signed_in(county.approver).post(url("act", case, "deny"), {"deny-reasons": "", "deny-basis": "办法第三条"})
    assert "不予准予必须书面写明理由" in answer.content.decode()
    assert "办法第三条" in answer.content.decode()


def test_from_review_to_delivery_through_the_pages(county, signed_in):
    case = county.accepted()
    reviewer, approver, clerk = (signed_in(a) for a in (county.reviewer, county.approver, county.clerk))
    reviewer.post(url("act", case, "start_review"))
    opinion = {"give_opinion-conclusion": "grant", "give_opinion-text": "符合条件"}
    reviewer.post(url("act", case, "give_opinion"), opinion)
    approver.post(url("act", case, "grant"), {"grant-text": ""})
    assert fresh(case).status == Status.GRANTED
    clerk.post(url("act", case, "deliver_at_window"), {"deliver_at_window-receiver": "王秀英"})
    assert fresh(case).status == Status.CLOSED
    names = [county.clerk.name, county.reviewer.name, county.approver.name]
    page = clerk.get(url("case", case)).content.decode()
    assert all(name in page for name in names)


def test_after_a_decision_the_next_case_of_the_queue_opens(county, signed_in):
    first, second = county.reviewed(), county.reviewed()
    answer = signed_in(county.approver).post(url("act", first, "grant"), {"go": "next"})
    assert answer.url == url("case", second)
    last = signed_in(county.approver).post(url("act", second, "grant"), {"go": "next"})
    assert last.url == reverse("wagtailadmin_home")


def test_a_number_is_shown_in_full_once_and_with_a_reason_only(county, signed_in):
    case = county.received()
    client = signed_in(county.clerk)
    number = case.applicant.id_number
    assert number not in client.get(url("case", case)).content.decode()
    without = client.post(url("reveal", case), {"reveal-field": "id_number", "reveal-reason": " "})
    assert number not in without.content.decode()
    shown = client.post(url("reveal", case), {"reveal-field": "id_number", "reveal-reason": "核对原件"})
    assert number in shown.content.decode()
    assert "no-store" in shown["Cache-Control"]
    assert AuditEntry.objects.filter(action="resident.reveal").count() == 1
    assert number not in client.get(url("case", case)).content.decode()


def test_a_supervisor_reads_masked_data_only(county, signed_in):
    case = county.received()
    client = signed_in(county.staff(Role.SUPERVISOR))
    answer = client.post(url("reveal", case), {"reveal-field": "id_number", "reveal-reason": "督办"})
    assert case.applicant.id_number not in answer.content.decode()


def test_a_paper_that_failed_can_be_made_again_and_the_case_goes_on(county, signed_in):
    case = county.accepted()
    notice = case.documents.get(code="acceptance_notice")
    OfficialDocument.objects.filter(pk=notice.pk).update(state=PaperState.FAILED, problem="磁盘已满", file=None)
    client = signed_in(county.clerk)
    assert "磁盘已满" in client.get(url("case", case)).content.decode()
    client.post(url("retry_document", case, notice.public_id))
    notice.refresh_from_db()
    assert notice.state != PaperState.FAILED or notice.attempts > 0
    assert AuditEntry.objects.filter(action="document.retry").count() == 1


def test_a_note_is_seen_by_colleagues(county, signed_in):
    case = county.accepted()
    signed_in(county.reviewer).post(url("note", case), {"note-text": "电话联系过，周三来补"})
    assert "电话联系过，周三来补" in signed_in(county.approver).get(url("case", case)).content.decode()


def test_a_late_notice_says_that_the_case_counts_as_accepted(county, signed_in, monkeypatch):
    from django.utils import timezone

    case = county.received()
    monkeypatch.setattr(timezone, "now", lambda: county.later(24 * 20))
    page = signed_in(county.clerk).get(url("correction", case)).content.decode()
    assert "五个工作日已于2026年11月9日(周一)届满" in page
