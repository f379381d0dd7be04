"""Renewal by silence (行政许可法 Art. 50): applied for in time, not decided before the end, so the licence goes on."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from accounts.actors import SYSTEM
from accounts.models import Message, Role
from cases.domain import periodic
from cases.domain.archive import archive_case
from cases.domain.correct import Defect, request_correction
from cases.domain.decide import deny_case
from cases.domain.deliver import deliver_at_window
from cases.domain.documents import render_document
from cases.domain.intake import accept_case
from cases.domain.linked import open_linked_case
from cases.domain.renew import deem_renewed
from cases.domain.review import give_opinion, start_review
from cases.domain.tick import WORK, expire_certificates
from cases.enums import CertificateState, Outcome, Status
from cases.models import Case, Certificate, CertificateEvent, Reminder, Supervision
from cases.rebuild import differences
from core.errors import Refused
from papers.catalogue import KINDS
from papers.make import require_complete
from tests.cases.factories import make_item

pytestmark = [pytest.mark.django_db, pytest.mark.database]

SHANGHAI = ZoneInfo("Asia/Shanghai")
LAST = date(2027, 1, 15)
OVER = datetime(2027, 1, 16, 6, 0, tzinfo=SHANGHAI)


def fresh(case):
    return Case.objects.get(pk=case.pk)


def codes(act, /, **given):
    with pytest.raises(Refused) as refusal:
        act(**given)
    return [reason.code for reason in refusal.value.reasons]


def run(work, now):
    return list(work(now=now, dry_run=False))


@pytest.fixture
def workshop(county):
    """A licence that ends on 15 January 2027."""
    item = make_item("food_workshop", department=county.department, deciding_level="town", steps=[])
    case = county.granted(items=[item])
    Certificate.objects.filter(case=case).update(valid_to=LAST)
    return fresh(case)


def renewal(county, origin, *, at=None):
    """Applied for on 10 November and accepted the same day."""
    at = at or county.now + timedelta(days=8)
    linked = open_linked_case(case=origin, kind="renew", reason="继续经营", actor=county.resident_actor, now=at)
    return accept_case(case=fresh(linked), actor=county.clerk, now=at)


def test_a_licence_nobody_decided_on_is_renewed_by_silence_and_only_once(county, workshop):
    case = renewal(county, workshop)
    told = Message.objects.filter(resident=county.resident).count()
    last_evening = datetime(2027, 1, 15, 23, 0, tzinfo=SHANGHAI)
    assert run(periodic.deem_renewals, last_evening) == []
    assert list(periodic.deem_renewals(now=OVER, dry_run=True)) == [f"deem renewed {case.number}"]
    assert fresh(case).status == Status.ACCEPTED
    assert run(periodic.deem_renewals, OVER) == [f"deem renewed {case.number}"]
    assert run(periodic.deem_renewals, OVER) == []
    case = fresh(case)
    assert (case.status, case.outcome, case.approver_id) == (Status.GRANTED, Outcome.GRANTED, None)
    event = case.events.get(verb="case.deem_renewed")
    assert (event.actor_name, event.user_id, event.state_to) == (SYSTEM.name, None, "granted")
    assert Message.objects.filter(resident=county.resident).count() == told + 1
    assert "视为准予延续" in Message.objects.filter(resident=county.resident).order_by("-pk")[0].body
    assert Supervision.objects.get(case=case).rule == "renewed"
    assert list(differences(case, now=OVER)) == []


def test_the_new_term_follows_the_old_one_and_the_paper_says_why(county, workshop):
    old = workshop.certificate
    case = deem_renewed(case=renewal(county, workshop), now=OVER)
    old.refresh_from_db()
    new = case.certificate
    assert (old.state, new.state, new.replaces_id) == (CertificateState.RENEWED, CertificateState.VALID, old.pk)
    assert (new.valid_from, new.valid_to) == (LAST + timedelta(days=1), date(2030, 1, 16))
    assert CertificateEvent.objects.get(certificate=old, verb="certificate.renew").case_id == case.pk
    paper = case.documents.get(code="renew_decision")
    assert paper.number and paper.context["by_silence"] is True
    assert paper.context["basis"].endswith("第五十条第二款")
    for document in case.documents.all():
        require_complete(KINDS[document.code], document.context)


def test_late_work_dates_the_decision_and_the_term_back(county, workshop):
    weeks_late = OVER + timedelta(days=24)
    case = deem_renewed(case=renewal(county, workshop), now=weeks_late)
    assert case.decided_at == datetime(2027, 1, 16, 0, 0, tzinfo=SHANGHAI)
    assert case.delivery_due_on == date(2027, 1, 29)
    assert (case.certificate.valid_from, case.certificate.issued_on) == (date(2027, 1, 16), date(2027, 2, 9))
    assert list(differences(fresh(case), now=weeks_late)) == []


def test_silence_comes_before_the_end_of_the_term_in_one_round(county, workshop):
    case = renewal(county, workshop)
    for work in WORK:
        run(work, OVER)
    assert fresh(case).status == Status.GRANTED
    assert Certificate.objects.get(case=workshop).state == CertificateState.RENEWED


def test_a_certificate_that_another_machine_let_expire_is_renewed_all_the_same(county, workshop):
    case = renewal(county, workshop)
    assert len(run(expire_certificates, OVER)) == 1
    assert len(run(periodic.deem_renewals, OVER)) == 1
    assert Certificate.objects.get(case=workshop).state == CertificateState.RENEWED
    assert fresh(case).status == Status.GRANTED


def test_a_special_procedure_and_a_review_under_way_do_not_stop_the_day(county, workshop):
    """Art. 45 takes time from the terms of its section; the term of the licence ends on its day."""
    reviewer = county.staff(Role.REVIEWER, name="孙审查")
    case = start_review(case=renewal(county, workshop), actor=reviewer, now=county.now + timedelta(days=9))
    give_opinion(case=case, conclusion="deny", text="待查", actor=reviewer, now=county.now + timedelta(days=9))
    assert deem_renewed(case=fresh(case), now=OVER).status == Status.GRANTED


@pytest.mark.parametrize("days_before", [30, 29])
def test_only_who_applies_thirty_days_before_the_end_is_answered_by_silence(county, workshop, days_before):
    at = datetime.combine(LAST - timedelta(days=days_before), county.now.timetz())
    case = renewal(county, workshop, at=at)
    said = run(periodic.deem_renewals, OVER)
    if days_before == 30:
        assert said == [f"deem renewed {case.number}"]
    else:
        assert said == []
        assert codes(deem_renewed, case=case, now=OVER) == ["applied_in_time"]
        assert len(run(expire_certificates, OVER)) == 1


def test_what_was_not_complete_before_the_end_is_left_to_people(county, workshop):
    at = county.now + timedelta(days=8)
    linked = open_linked_case(case=workshop, kind="renew", reason="续", actor=county.resident_actor, now=at)
    defect = Defect("scope", "生产条件说明", "没有写明生产地址", "请补写地址")
    request_correction(case=fresh(linked), defects=[defect], actor=county.clerk, now=at)
    assert run(periodic.deem_renewals, OVER) == []
    assert "state" in codes(deem_renewed, case=linked, now=OVER)
    Case.objects.filter(pk=linked.pk).update(accepted_at=OVER)
    assert "accepted_in_term" in codes(deem_renewed, case=fresh(linked), now=OVER)


def test_a_renewal_that_was_decided_is_decided(county, workshop):
    case = renewal(county, workshop)
    reviewer = county.staff(Role.REVIEWER, name="孙审查")
    at = county.now + timedelta(days=10)
    start_review(case=case, actor=reviewer, now=at)
    give_opinion(case=fresh(case), conclusion="deny", text="不再符合条件", actor=reviewer, now=at)
    reason = {"reasons": "生产场所已拆除", "basis": "食品安全法第三十五条"}
    deny_case(case=fresh(case), **reason, actor=county.approver, now=at)
    assert run(periodic.deem_renewals, OVER) == []
    assert codes(deem_renewed, case=fresh(case), now=OVER) == ["state"]


def test_a_suspended_certificate_is_not_renewed_by_silence(county, workshop):
    case = renewal(county, workshop)
    certificate = workshop.certificate
    certificate._suspend()
    certificate.save(update_fields=["state"])
    assert codes(deem_renewed, case=case, now=OVER) == ["still_renewable"]
    run(expire_certificates, OVER)
    assert codes(deem_renewed, case=case, now=OVER) == ["still_renewable"]


def test_what_is_no_licence_is_not_renewed_by_silence(county):
    origin = county.granted()
    Certificate.objects.filter(case=origin).update(valid_to=LAST)
    case = renewal(county, fresh(origin))
    assert codes(deem_renewed, case=case, now=OVER) == ["licence_renewal"]
    assert run(periodic.deem_renewals, OVER) == []


def test_nobody_but_the_machine_renews_by_silence(county, workshop):
    from cases.rules.context import CaseContext
    from cases.rules.verbs import CONDITIONS
    from flow.conditions import unmet

    case = renewal(county, workshop)
    for actor in (county.clerk, county.approver, county.resident_actor):
        found = unmet(CONDITIONS["deem_renewed"], CaseContext(fresh(case), actor, OVER))
        assert [reason.code for reason in found] == ["by_system"]


def test_who_has_applied_is_not_told_to_apply(county, workshop):
    renewal(county, workshop)
    near = county.now.replace(month=12, day=16)
    assert run(periodic.remind_of_expiry, near) == []
    assert not Reminder.objects.filter(key__startswith="expiry:").exists()


def test_a_case_renewed_by_silence_is_served_and_archived_like_any_other(county, workshop):
    case = deem_renewed(case=renewal(county, workshop), now=OVER)
    closed = deliver_at_window(case=case, receiver="王秀英", actor=county.clerk, now=OVER + timedelta(hours=4))
    for document in closed.documents.all():
        render_document(document=document, now=OVER + timedelta(hours=5))
    archived = archive_case(case=fresh(closed), actor=county.clerk, now=OVER + timedelta(hours=6))
    assert archived.status == Status.ARCHIVED
    assert list(differences(archived, now=OVER + timedelta(hours=6))) == []


def test_renewal_by_silence_asks_as_often_for_many_as_for_one(county, workshop, assert_same_queries):
    item = workshop.item

    def grow():
        origin = county.granted(items=[item])
        Certificate.objects.filter(case=origin).update(valid_to=LAST)
        renewal(county, fresh(origin))

    grow()
    assert_same_queries(lambda: list(periodic.deem_renewals(now=OVER, dry_run=True)), grow)
