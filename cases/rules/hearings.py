"""Conditions on interested parties and hearings (行政许可法 Art. 36, 46-48)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Post, Role
from cases.dues import last_day
from cases.models import Case, Hearing, HearingState, InterestedParty
from cases.rules.context import CaseCondition, CaseContext
from cases.rules.stages import may_review, stages_of, works_for
from core.prepared import rows_of
from core.text import format_day
from flow.clocks import Term, TermUnit, due_on
from flow.conditions import Condition
from places.calendar import calendar_for

TO_REQUEST = Term(5, TermUnit.WORKING_DAY)  # Art. 47, 82
TO_ORGANISE = Term(20, TermUnit.WORKING_DAY)  # Art. 47, 82
NOTICE = Term(7, TermUnit.WORKING_DAY)  # Art. 48, 82
# No law gives interested parties a number of days to answer (Art. 36); five is the usual one and the county's choice.
TO_ANSWER = Term(5, TermUnit.WORKING_DAY)
UNDER_WAY = (HearingState.TOLD, HearingState.REQUESTED, HearingState.ANNOUNCED)
SETTLED = (HearingState.WAIVED, HearingState.HELD, HearingState.NONE)


def last_hearing(case: Case) -> Hearing | None:
    """The hearing that counts: the last one begun."""
    rows = rows_of(case, "hearings")
    return rows[-1] if rows else None


def party_of(case: Case, pk: object) -> InterestedParty | None:
    return next((row for row in rows_of(case, "parties") if row.pk == pk), None)


def in_hearing_state(*allowed: HearingState) -> CaseCondition:
    def reason(context: CaseContext) -> str | None:
        row = last_hearing(context.case)
        if row is not None and row.state in allowed:
            return None
        if row is None:
            return _("The right to a hearing has not been told yet.")
        return _("The hearing stands at “%(state)s”; this cannot be done now.") % {"state": row.get_state_display()}

    return Condition("hearing_state", "行政许可法 第47条", reason)


def _none_under_way(context: CaseContext) -> str | None:
    row = last_hearing(context.case)
    if row is None or row.state in (HearingState.NONE, HearingState.WAIVED):
        return None
    return _("The hearing stands at “%(state)s”; this cannot be done now.") % {"state": row.get_state_display()}


def _in_time(context: CaseContext) -> str | None:
    row = last_hearing(context.case)
    if row is None or row.request_by_on is None or context.today <= row.request_by_on:
        return None
    return _("A hearing could be asked for until %(day)s.") % {"day": last_day(context.case, row.request_by_on)}


def _term_to_request_over(context: CaseContext) -> str | None:
    """Art. 47 gives five days; who says earlier, in writing, that he wants none has answered (given: `waived_by`)."""
    row = last_hearing(context.case)
    if row is None or row.request_by_on is None or row.request_by_on < context.today:
        return None
    if str(context.given.get("waived_by", "")).strip():
        return None
    return _("A hearing may still be asked for until %(day)s. Name who has waived it in writing, or wait.") % {
        "day": last_day(context.case, row.request_by_on)
    }


def _request_side(context: CaseContext) -> str | None:
    """The applicant or the agent herself; the reviewer enters what was asked for by letter or at the desk."""
    case, actor = context.case, context.actor
    if actor.resident_id is not None and actor.resident_id == case.applicant_id:
        return None
    mandate = case.application.mandate
    if mandate is not None and mandate.agent_id == actor.user_id:
        return None
    if may_review(case, actor):
        return None
    return _("Only the applicant, the agent, or a reviewer of %(unit)s can enter this.") % {"unit": case.unit.name}


def earliest_day(case: Case, *, on: date) -> date:
    """The first day on which a hearing announced `on` may be held: seven days must lie between (Art. 48)."""
    due = due_on(on, NOTICE, calendar_for(case.unit))
    if due is None:
        raise ValueError("A term without pauses has an end")
    return due.on


def _announced_in_time(context: CaseContext) -> str | None:
    held_at = context.given.get("held_at")
    if held_at is None:
        return _("Set the day and the hour of the hearing.")
    day, first = timezone.localdate(held_at), earliest_day(context.case, on=context.today)
    if day < first:
        return _("It must be announced seven working days before: %(day)s at the earliest.") % {
            "day": format_day(first)
        }
    row = last_hearing(context.case)
    if row is not None and row.organise_by_on is not None and day > row.organise_by_on:
        return _("It must be held by %(day)s, twenty working days after it was asked for.") % {
            "day": last_day(context.case, row.organise_by_on)
        }
    return None


def _presider_apart(context: CaseContext) -> str | None:
    """Art. 48(3): somebody else than who examines the application presides."""
    presider, case = context.given.get("presider"), context.case
    if not presider:
        return _("Name who presides.")
    examined = {case.reviewer_id, case.intake_clerk_id, *(s.handled_by_id for s in stages_of(case))}
    examined |= {opinion.user_id for opinion in rows_of(case, "opinions")}
    if presider in examined:
        return _("Whoever examines the application cannot preside at the hearing.")
    if not Post.objects.filter(user_id=presider, unit_id=case.unit_id).held_on(context.today).exists():
        return _("The presider must belong to %(unit)s.") % {"unit": case.unit.name}
    return None


def _time_has_come(context: CaseContext) -> str | None:
    row = last_hearing(context.case)
    if row is None or row.held_at is None or row.held_at <= context.now:
        return None
    return _("The hearing is set for %(day)s.") % {"day": format_day(row.held_at)}


def _signed(context: CaseContext) -> str | None:
    if str(context.given.get("signed_note", "")).strip():
        return None
    return _("Say who signed the record, or who refused and why: it is what the decision rests on.")


def _observed(context: CaseContext) -> str | None:
    """Nothing of a hearing is under way; where others' major interests can be concerned, it has been dealt with."""
    case = context.case
    row = last_hearing(case)
    if row is not None and row.state in UNDER_WAY:
        return _("The hearing stands at “%(state)s”; it must be finished before a decision.") % {
            "state": row.get_state_display()
        }
    if not case.version.facts.hearing_right or (row is not None and row.state in SETTLED):
        return None
    return _(
        "The matter can concern major interests of others: tell them and the right to a hearing, or record that nobody "
        "is concerned."
    )


def _parties_heard(context: CaseContext) -> str | None:
    """Art. 36: told parties are waited for; those not told yet are told first."""
    untold = [row.name for row in rows_of(context.case, "parties") if row.told_at is None]
    if untold:
        return _("Not yet told: %(names)s.") % {"names": "、".join(untold)}
    waiting = [
        row
        for row in rows_of(context.case, "parties")
        if row.opinion_at is None and row.answer_by_on is not None and row.answer_by_on >= context.today
    ]
    if not waiting:
        return None
    last = max(row.answer_by_on for row in waiting if row.answer_by_on)
    return _("Interested parties may answer until %(day)s.") % {"day": last_day(context.case, last)}


def _party(told: bool, sentence: Callable[[], str]) -> Callable[[CaseContext], str | None]:
    def reason(context: CaseContext) -> str | None:
        pk = context.given.get("party")
        rows = [row for row in rows_of(context.case, "parties") if (row.told_at is not None) == told]
        if told:
            rows = [row for row in rows if row.opinion_at is None]
        return None if rows and (pk is None or any(row.pk == pk for row in rows)) else sentence()

    return reason


def _nobody_concerned(context: CaseContext) -> str | None:
    if rows_of(context.case, "parties"):
        return _("Interested parties are on record already.")
    return None


def _presider_or_reviewer(context: CaseContext) -> str | None:
    """The record is kept by the presider or entered by the reviewer's unit."""
    row = last_hearing(context.case)
    if row is not None and row.presider_id == context.actor.user_id:
        return None
    inside = context.actor.has_role(Role.REVIEWER, Role.APPROVER, Role.UNIT_HEAD)
    if inside and works_for(context.actor, context.case.unit):
        return None
    return _("Only the presider or staff of %(unit)s can enter the record.") % {"unit": context.case.unit.name}


def days_from(case: Case, term: Term, day: date) -> date:
    """The last day of a term that begins with what happened on `day`."""
    due = due_on(day, term, calendar_for(case.unit))
    return due.on if due else day + timedelta(days=term.n)


def _reviewer_or_system(context: CaseContext) -> str | None:
    if may_review(context.case, context.actor) or context.actor.is_system:
        return None
    return _("Only a reviewer of %(units)s can do this.") % {"units": context.case.unit.name}


def _somebody_present(context: CaseContext) -> str | None:
    return None if context.given.get("present") else _("Say who was present, one person a line.")


REVIEWER_OR_SYSTEM = Condition("reviewer_or_system", "domain.md §11", _reviewer_or_system)
SOMEBODY_PRESENT = Condition("present", "行政许可法 第48条", _somebody_present, asked=True)
NONE_UNDER_WAY = Condition("none_under_way", "", _none_under_way)
REQUEST_IN_TIME = Condition("request_in_time", "行政许可法 第47条", _in_time)
REQUEST_TERM_OVER = Condition("waived_by", "行政许可法 第47条", _term_to_request_over, asked=True)
REQUEST_SIDE = Condition("request_side", "行政许可法 第47条", _request_side)
ANNOUNCED_IN_TIME = Condition("held_at", "行政许可法 第48条", _announced_in_time, asked=True)
PRESIDER_APART = Condition("presider", "行政许可法 第48条", _presider_apart, asked=True)
TIME_HAS_COME = Condition("time_has_come", "", _time_has_come)
RECORD_SIGNED = Condition("signed_note", "行政许可法 第48条", _signed, asked=True)
PRESIDER_OR_REVIEWER = Condition("presider_or_reviewer", "行政许可法 第48条", _presider_or_reviewer)
HEARING_OBSERVED = Condition("hearing_observed", "行政许可法 第36条、第47条", _observed)
PARTIES_HEARD = Condition("parties_heard", "行政许可法 第36条", _parties_heard)
PARTY_UNTOLD = Condition("party_untold", "", _party(False, lambda: _("No party waits to be told.")))
PARTY_TOLD = Condition("party_told", "", _party(True, lambda: _("No party that was told has an answer open.")))
NOBODY_CONCERNED = Condition("nobody_concerned", "", _nobody_concerned)
