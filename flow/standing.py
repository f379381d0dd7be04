"""Where a running term stands at a moment: what of it is used, what is left, in the unit the law counts it in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from .calendar import WorkCalendar
from .clocks import Due, Term, TermUnit, add_months, day_of, due_on, is_overdue, remaining_workdays, workdays_between
from .pauses import Pause, is_paused, merged, midnight_after

ONE_HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Standing:
    """`used` and `left` in `unit`: working days, natural days (also for months) or begun hours.

    `left` counts what is still to be counted, so a pause does not use it up, and it is known while an open pause makes
    `due` unknown. Overdue it is negative: the working days (hours) since the end. The day of the question is used.
    """

    unit: TermUnit
    used: int
    left: int
    due: Due | None
    is_paused: bool
    is_overdue: bool


def standing(
    start: date | datetime,
    term: Term,
    now: datetime,
    calendar: WorkCalendar,
    pauses: Sequence[Pause] = (),
) -> Standing:
    """Raises what `flow.clocks.due_on` raises."""
    due = due_on(start, term, calendar, pauses)
    over = due is not None and is_overdue(now, due)
    unit, total, used = _counted(start, term, now, calendar, pauses)
    left = max(total - used, 0)
    if over and due is not None:
        left = _overrun(now, due, calendar, unit)
    return Standing(
        unit=unit,
        used=min(used, total),
        left=left,
        due=due,
        is_paused=is_paused(day_of(now), pauses),
        is_overdue=over,
    )


def _counted(
    start: date | datetime, term: Term, now: datetime, calendar: WorkCalendar, pauses: Sequence[Pause]
) -> tuple[TermUnit, int, int]:
    """Unit, length and used part of the term."""
    first, today = day_of(start), day_of(now)
    if term.unit == TermUnit.WORKING_DAY:
        return term.unit, term.n, workdays_between(first, today, calendar, pauses)
    if term.unit == TermUnit.HOUR:
        return term.unit, term.n, _hours_between(start, now, pauses)
    if term.unit == TermUnit.INSTANT:
        return term.unit, 0, 0
    total = (add_months(first, term.n) - first).days if term.unit == TermUnit.MONTH else term.n
    return TermUnit.DAY, total, _days_between(first, today, pauses)


def _overrun(now: datetime, due: Due, calendar: WorkCalendar, unit: TermUnit) -> int:
    if unit == TermUnit.HOUR and due.at is not None:
        return -_begun_hours(now - due.at)
    return remaining_workdays(now, due, calendar)


def _days_between(after: date, until: date, pauses: Sequence[Pause]) -> int:
    days = max((until - after).days, 0)
    for begin, end in merged(pauses, after):
        days -= max((min(end or until, until) - begin).days, 0)
    return days


def _hours_between(start: date | datetime, now: datetime, pauses: Sequence[Pause]) -> int:
    if not isinstance(start, datetime):
        raise ValueError("A term in hours begins with a moment, not with a day")
    spent = max(now - start, timedelta())
    for begin, end in merged(pauses):
        first = max(midnight_after(begin), start)
        last = now if end is None else min(midnight_after(end), now)
        spent -= max(last - first, timedelta())
    return _begun_hours(spent)


def _begun_hours(span: timedelta) -> int:
    return -(-span // ONE_HOUR)
