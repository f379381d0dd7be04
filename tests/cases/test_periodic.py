"""The terms of the law bring things about by themselves, once each (design §6; domain.md §3.3 T7, T8, T12)."""

from datetime import timedelta

import pytest

from accounts.models import Message
from cases.domain import periodic
from cases.domain.hearings import tell_hearing_right
from cases.domain.materials import check_material
from cases.domain.recompute import recompute_clocks
from cases.domain.tick import WORK, refresh_lights
from cases.domain.ways import accept_with_tolerance
from cases.enums import MaterialState, Status
from cases.models import Case, CaseEvent, Certificate, DueChange, HearingState, Proposal, Reminder, Supervision
from cases.rebuild import differences
from places.domain.edition import renew_edition
from places.models import CalendarDay
from tests.cases.factories import make_item

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def fresh(case):
    return Case.objects.get(pk=case.pk)


def run(work, now):
    return list(work(now=now, dry_run=False))


@pytest.mark.law("R2")
def test_a_licence_that_nobody_answered_counts_as_accepted_once(county):
    case = county.received(items=[make_item("homestead", department=county.department)])
    late = county.now + timedelta(days=8)
    assert list(periodic.deem_unanswered(now=late, dry_run=True)) == [f"deem accepted {case.number}"]
    assert fresh(case).status == Status.RECEIVED
    assert len(run(periodic.deem_unanswered, late)) == 1
    assert run(periodic.deem_unanswered, late) == []
    assert fresh(case).status == Status.ACCEPTED


def test_an_item_of_its_own_rule_waits_for_its_answer(county):
    item = make_item("elder_card", department=county.department, deemed_acceptance=False)
    county.received(items=[item])
    assert run(periodic.deem_unanswered, county.now + timedelta(days=40)) == []


def test_the_applicant_is_reminded_once_and_the_return_is_proposed_the_day_after(county):
    case = county.correction_required()
    last = fresh(case).correction_due_on
    near = county.now + (last - county.now.date()) - timedelta(days=2)
    told = Message.objects.count()
    assert len(run(periodic.remind_of_corrections, near)) == 1
    assert run(periodic.remind_of_corrections, near) == []
    assert Message.objects.count() == told + 1
    assert run(periodic.propose_lapses, near) == []
    over = near + timedelta(days=4)
    assert len(run(periodic.propose_lapses, over)) == 1
    assert run(periodic.propose_lapses, over) == []
    assert Proposal.objects.get(case=case).verb == "lapse"
    assert fresh(case).status == Status.CORRECTION_REQUIRED


def test_late_work_reminds_before_it_proposes(county):
    county.correction_required()
    late = county.now + timedelta(days=90)
    assert run(periodic.propose_lapses, late) == []
    assert len(run(periodic.remind_of_corrections, late)) == 1
    assert run(periodic.propose_lapses, late) == []
    assert len(run(periodic.propose_lapses, late + timedelta(days=1))) == 1


def tolerated(county, item):
    """Accepted with papers that follow; what may not follow is there."""
    case = county.received(items=[item])
    for material in case.materials.exclude(state=MaterialState.SHARED):
        state = MaterialState.MISSING if material.necessity == 3 else MaterialState.OK
        check_material(case=case, key=material.key, state=state, actor=county.clerk, now=county.now)
    return accept_with_tolerance(case=fresh(case), signed=True, actor=county.clerk, now=county.later(1))


def test_papers_that_follow_are_asked_for_once(county):
    item = make_item("food_workshop", department=county.department, deciding_level="town", steps=[])
    case = tolerated(county, item)
    at = county.now + (case.tolerance_due_on - county.now.date()) - timedelta(days=1)
    assert len(run(periodic.remind_of_papers, at)) == 1
    assert run(periodic.remind_of_papers, at) == []


def test_a_red_light_orders_an_answer_once_for_each_date(county):
    case = county.accepted()
    late = county.now + timedelta(days=60)
    run(refresh_lights, late)
    assert len(run(periodic.order_overdue, late)) == 1
    assert run(periodic.order_overdue, late) == []
    order = Supervision.objects.get(case=case)
    assert order.rule == "overdue" and case.documents.filter(code="supervision_order").exists()


def test_holders_are_told_sixty_and_thirty_days_before_the_end(county):
    certificate = county.granted().certificate
    type(certificate).objects.filter(pk=certificate.pk).update(valid_to="2026-12-31")
    before = Message.objects.filter(resident=certificate.holder).count()
    for days_before in (61, 60, 45, 30, 29):
        at = county.now.replace(month=12, day=31) - timedelta(days=days_before)
        run(periodic.remind_of_expiry, at)
        run(periodic.remind_of_expiry, at)
    assert Message.objects.filter(resident=certificate.holder).count() == before + 2
    assert set(Reminder.objects.values_list("key", flat=True)) == {
        f"expiry:{certificate.pk}:60",
        f"expiry:{certificate.pk}:30",
    }


def test_a_whole_dry_run_changes_nothing(county):
    county.correction_required()
    events, messages = CaseEvent.objects.count(), Message.objects.count()
    late = county.now + timedelta(days=90)
    said = [line for work in WORK for line in work(now=late, dry_run=True)]
    assert said
    assert (CaseEvent.objects.count(), Message.objects.count()) == (events, messages)
    assert not Reminder.objects.exists() and not Supervision.objects.exists()


def turn_day(*, works):
    CalendarDay.objects.filter(jurisdiction="", day="2026-11-11").update(is_workday=works)
    renew_edition()


@pytest.mark.law("R22")
def test_a_new_holiday_moves_dates_back_and_a_made_up_day_forward(county):
    case = county.accepted()
    before = fresh(case).promised_due_on
    told = Message.objects.count()
    turn_day(works=False)
    assert [p.changed for p in recompute_clocks(now=county.later(3), note="2026-11-11")] == [1]
    assert fresh(case).promised_due_on > before
    change = DueChange.objects.get(case=case, clock="promised")
    assert (change.old_on, change.cause) == (before, "calendar")
    assert Message.objects.count() == told
    turn_day(works=True)
    list(recompute_clocks(now=county.later(5)))
    assert fresh(case).promised_due_on == before
    assert Message.objects.count() == told + 1
    assert [p.changed for p in recompute_clocks(now=county.later(5))] == [0]
    assert list(differences(fresh(case), now=county.later(5))) == []


def test_a_right_to_a_hearing_that_nobody_used_is_closed_after_its_term_and_once(county):
    case = county.reviewing()
    hearing = tell_hearing_right(case=case, actor=county.reviewer, now=county.later(3))
    last = county.now + (hearing.request_by_on - county.now.date())
    assert run(periodic.close_hearing_rights, last) == []
    over = last + timedelta(days=1)
    assert list(periodic.close_hearing_rights(now=over, dry_run=True)) == [f"close hearing right {case.number}"]
    assert len(run(periodic.close_hearing_rights, over)) == 1
    assert run(periodic.close_hearing_rights, over) == []
    hearing.refresh_from_db()
    assert hearing.state == HearingState.WAIVED


def test_the_periodic_work_asks_as_often_for_many_cases_as_for_one(county, assert_same_queries):
    late = county.now + timedelta(days=90)
    workshop = make_item("food_workshop", department=county.department, deciding_level="town", steps=[])

    def grow():
        for _more in range(3):
            county.correction_required()
            county.granted()
            tolerated(county, workshop)
        Certificate.objects.update(valid_to=late.date() + timedelta(days=50))

    grow()
    for work in WORK:
        run(work, late)
    kinds = (
        periodic.remind_of_corrections,
        periodic.remind_of_papers,
        periodic.propose_lapses,
        periodic.remind_of_expiry,
        periodic.order_overdue,
    )
    assert_same_queries(lambda: [list(work(now=late, dry_run=True)) for work in kinds], grow)
