"""What becomes of a proposed change of the calendar: a second person puts it in force or refuses it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from core.domain.audit import append_audit
from core.errors import Reason, Refused
from places.differences import Difference, differences, fingerprint
from places.models import CalendarChange, CalendarDay
from places.models.calendar import DayKind
from places.models.changes import ChangeState
from places.planned_days import PlannedDay
from places.signals import calendar_changed

from .acting import Acting
from .edition import renew_edition


@transaction.atomic
def put_change_in_force(*, change: CalendarChange, seen: str, actor: Acting, now: datetime) -> CalendarChange:
    """The days hold from the next question on; rooms above hear of it in the same transaction.

    `seen` is the `fingerprint` of the differences the person looked at. Raises Refused for the proposer, for a change
    that was decided, and when the calendar has moved on since it was looked at.
    """
    locked = _locked(change)
    days = [PlannedDay.from_json(data) for data in locked.days]
    found = differences(locked.jurisdiction, days)
    reasons = why_not_in_force(locked, actor)
    if not reasons and fingerprint(found) != seen:
        reasons.append(
            Reason("calendar.seen", _("The calendar has changed since you looked at it. Please look at it again."))
        )
    if reasons:
        raise Refused(reasons)
    locked.effect = [difference.to_json() for difference in found]
    _write(locked, days, now)
    _decide(locked, ChangeState.IN_FORCE, "", actor, now)
    data = {"jurisdiction": locked.jurisdiction, "source": locked.source, "turned": _turned(found)}
    _audit("calendar.put_in_force", locked, actor, now, data)
    if found:
        calendar_changed.send(
            sender=CalendarChange,
            jurisdictions=[locked.jurisdiction],
            days=[difference.day for difference in found],
            now=now,
        )
    return locked


@transaction.atomic
def refuse_change(*, change: CalendarChange, note: str, actor: Acting, now: datetime) -> CalendarChange:
    """A second person does not put it in force and says why."""
    locked = _locked(change)
    reasons = why_not_refused(locked, actor)
    if not note.strip():
        reasons.append(Reason("note", _("Say why, so that the proposer can put it right.")))
    if reasons:
        raise Refused(reasons)
    _decide(locked, ChangeState.REFUSED, note, actor, now)
    _audit("calendar.refuse", locked, actor, now, {"jurisdiction": locked.jurisdiction})
    return locked


@transaction.atomic
def withdraw_change(*, change: CalendarChange, actor: Acting, now: datetime) -> CalendarChange:
    """The proposer takes it back."""
    locked = _locked(change)
    if reasons := why_not_withdrawn(locked, actor):
        raise Refused(reasons)
    _decide(locked, ChangeState.WITHDRAWN, "", actor, now)
    _audit("calendar.withdraw", locked, actor, now, {"jurisdiction": locked.jurisdiction})
    return locked


def why_not_in_force(change: CalendarChange, actor: Acting) -> list[Reason]:
    return _waits(change) + _is_second(
        change, actor, _("You proposed this change yourself. Another person must put it in force.")
    )


def why_not_refused(change: CalendarChange, actor: Acting) -> list[Reason]:
    return _waits(change) + _is_second(change, actor, _("You proposed this change yourself. You may take it back."))


def why_not_withdrawn(change: CalendarChange, actor: Acting) -> list[Reason]:
    own = [] if actor.user_id == change.proposed_by else [
        Reason("calendar.own", _("Only %(name)s, who proposed it, may take it back.") % {"name": change.proposer_name})
    ]  # fmt: skip
    return _waits(change) + own


def _waits(change: CalendarChange) -> list[Reason]:
    if change.state == ChangeState.PROPOSED:
        return []
    return [Reason("calendar.decided", _("It is decided already: %(state)s.") % {"state": change.get_state_display()})]


def _is_second(change: CalendarChange, actor: Acting, text: str) -> list[Reason]:
    if actor.user_id and actor.user_id != change.proposed_by:
        return []
    return [Reason("calendar.second_person", text)]


def _locked(change: CalendarChange) -> CalendarChange:
    return CalendarChange.objects.select_for_update().get(pk=change.pk)


def _decide(change: CalendarChange, state: ChangeState, note: str, actor: Acting, now: datetime) -> None:
    change.state, change.note = state, note.strip()
    change.decided_by, change.decider_name, change.decided_at = actor.user_id, actor.name, now
    change.save(update_fields=["state", "note", "decided_by", "decider_name", "decided_at", "effect"])


def _write(change: CalendarChange, days: list[PlannedDay], now: datetime) -> None:
    present = {
        (row.day, row.kind == DayKind.EMERGENCY): row
        for row in CalendarDay.objects.select_for_update().filter(
            jurisdiction=change.jurisdiction, day__in=[planned.day for planned in days]
        )
    }
    added: list[CalendarDay] = []
    kept: list[CalendarDay] = []
    removed: list[int] = []
    for planned in days:
        row = present.get((planned.day, planned.is_emergency))
        if planned.removes:
            removed += [row.pk] if row else []
            continue
        (kept if row else added).append(_filled(row or CalendarDay(), planned, change, now))
    CalendarDay.objects.filter(pk__in=removed).delete()
    CalendarDay.objects.bulk_create(added, batch_size=500)
    fields = ["is_workday", "kind", "name", "source", "is_provisional", "changed_at"]
    CalendarDay.objects.bulk_update(kept, fields, batch_size=100)
    renew_edition()


def _filled(row: CalendarDay, planned: PlannedDay, change: CalendarChange, now: datetime) -> CalendarDay:
    row.jurisdiction, row.day = change.jurisdiction, planned.day
    row.is_workday, row.kind, row.name = planned.is_workday, planned.kind, planned.name
    row.source, row.is_provisional, row.changed_at = planned.source or change.source, planned.is_provisional, now
    return row


def _turned(found: list[Difference]) -> dict[str, bool]:
    """The days that move due dates, with whether they are working days now."""
    return {difference.day.isoformat(): difference.after.is_workday for difference in found if difference.turns}


def _audit(action: str, change: CalendarChange, actor: Acting, now: datetime, data: dict[str, Any]) -> None:
    append_audit(action=action, user_id=actor.user_id, user_name=actor.name, subject=change, data=data, now=now)
