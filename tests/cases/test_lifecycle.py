"""The way of a case from submission to delivery, with what each step leaves behind."""

import pytest

from cases.domain.decide import grant_case
from cases.domain.deliver import deliver_electronically
from cases.domain.materials import hand_in_paper
from cases.domain.submit import submit_application
from cases.enums import Light, MaterialState, Outcome, Status
from cases.models import Case
from cases.rebuild import differences
from core.domain.audit import verify_chain
from core.errors import Refused

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def codes(case):
    return sorted(case.application.documents.values_list("code", flat=True))


@pytest.mark.law("R1")
def test_a_submission_without_papers_is_received_with_number_receipt_and_intake_date(county):
    case = county.received()
    assert case.status == Status.RECEIVED
    assert case.number == "2026-0000001"
    assert case.exchange_number.endswith("202611020001")
    assert str(case.intake_due_on) == "2026-11-09"
    assert case.due_on == case.intake_due_on
    assert codes(case) == ["application_form", "receipt_of_materials"]
    assert case.materials.filter(state=MaterialState.MISSING).exists()
    assert case.applicant.messages.count() == 1


def test_submitting_twice_gives_the_cases_of_the_first_time(county):
    application = county.draft()
    first = submit_application(application=application, actor=county.resident_actor, now=county.now)
    second = submit_application(application=application, actor=county.resident_actor, now=county.later(1))
    assert [case.pk for case in first] == [case.pk for case in second]
    assert Case.objects.get().events.filter(verb="case.submit").count() == 1
    assert application.documents.count() == 2


def test_acceptance_starts_both_clocks_and_issues_the_notice(county):
    case = county.accepted()
    assert case.status == Status.ACCEPTED
    assert case.accepted_at == county.later(1)
    assert str(case.promised_due_on) == "2026-12-02"
    assert case.statutory_due_on > case.promised_due_on
    assert case.light == Light.GREEN
    assert "acceptance_notice" in codes(case)
    assert case.documents.get(code="acceptance_notice").number == "青石受〔2026〕1号"


def test_papers_not_in_order_keep_a_case_from_being_accepted_and_are_named(county):
    from cases.domain.intake import accept_case

    case = county.received()
    with pytest.raises(Refused) as refusal:
        accept_case(case=case, actor=county.clerk, now=county.now)
    missing = case.materials.exclude(state=MaterialState.SHARED).first()
    assert missing.name in refusal.value.text
    assert Case.objects.get().status == Status.RECEIVED


@pytest.mark.law("R2")
def test_one_correction_notice_then_supplied_papers_make_the_day_of_acceptance(county):
    case = county.correction_required()
    assert case.status == Status.CORRECTION_REQUIRED
    assert case.due_on == case.correction.due_on
    key = case.correction.items.get().key
    hand_in_paper(
        application=case.application,
        key=key,
        name="x",
        actor=county.resident_actor,
        now=county.later(24),
        seen_on_paper=True,
    )
    case.refresh_from_db()
    county.checked(case)
    from cases.domain.intake import accept_case

    accepted = accept_case(case=case, actor=county.clerk, now=county.later(48))
    assert accepted.accepted_at == county.later(24)


def test_a_grant_ends_in_a_numbered_certificate_and_delivery_closes_the_case(county):
    case = county.granted()
    assert case.outcome == Outcome.GRANTED
    certificate = case.certificate
    assert certificate.identifier.startswith("1.2.156.3005.2.")
    assert certificate.holder_name == "王秀英"
    closed = deliver_electronically(case=case, actor=county.resident_actor, now=county.later(5))
    assert closed.status == Status.CLOSED
    assert closed.closed_at == county.later(5)
    assert closed.due_on is None
    assert "service_receipt" in codes(case)


@pytest.mark.law("R11")
def test_a_denial_names_reasons_and_both_remedies(county):
    case = county.denied()
    context = case.documents.get(code="denial_decision").context
    assert context["reasons"] == ["申请人未满八十周岁"]
    assert context["remedies"]["reconsideration_body"] and context["remedies"]["court"]
    assert not hasattr(case, "certificate")


def test_the_second_of_two_approvers_is_told_why_she_cannot_decide_again(county):
    case = county.reviewed()
    grant_case(case=case, actor=county.approver, now=county.later(4))
    with pytest.raises(Refused) as refusal:
        grant_case(case=case, actor=county.approver, now=county.later(4))
    assert refusal.value.reasons[0].code == "state"
    assert Case.objects.get().events.filter(verb="case.grant").count() == 1


@pytest.mark.parametrize("state", ["received", "correction_required", "accepted", "reviewing", "granted", "denied"])
def test_a_case_can_be_rebuilt_from_its_events_in_every_state(county, state):
    case = getattr(county, state)()
    fresh = Case.objects.get(pk=case.pk)
    assert list(differences(fresh, now=county.later(4))) == []
    assert verify_chain() is None


def test_a_tampered_date_is_named(county):
    case = county.accepted()
    Case.objects.filter(pk=case.pk).update(promised_due_on="2026-12-24")
    found = list(differences(Case.objects.get(), now=county.later(1)))
    assert any(line.startswith("promised_due_on: stored 2026-12-24") for line in found)
