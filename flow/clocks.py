"""Terms of law as pure functions over a working-day calendar. No clock is read and nothing is stored here.

Counting (民法典 201, 203; 行政许可法 82): the day of the event is day 0, counting starts on the next day. A term in
working days skips rest days; a term in natural days or months that ends on a rest day ends on the next working day.
Nothing is counted day by day: the stretches between pauses are measured, so that a hundred thousand terms take a second.
"""

from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from django.utils import timezone

from .calendar import ONE_DAY, WorkCalendar
from .pauses import Pause, is_paused, merged, midnight_after

__all__ = [
    "Due", "Pause", "Term", "TermUnit", "add_months", "consumed", "day_of", "due_on", "is_overdue", "is_paused",
    "remaining_workdays", "workdays_between",
]  # fmt: skip


class TermUnit(StrEnum):
    WORKING_DAY = "working_day"
    DAY = "day"
    MONTH = "month"
    HOUR = "hour"
    INSTANT = "instant"


@dataclass(frozen=True)
class Term:
    """A length of time with the unit the law counts it in (R9: 'day' means different things in different laws)."""

    n: int
    unit: TermUnit

    def __post_init__(self) -> None:
        object.__setattr__(self, "unit", TermUnit(self.unit))
        if self.n < 0 or (self.n == 0 and self.unit != TermUnit.INSTANT):
            raise ValueError(f"A term must be positive: {self.n} {self.unit}")


@dataclass(frozen=True)
class Due:
    """The last day of a term. `at` is set for terms in hours only; else the end of business of `on` counts.

    `provisional`: the date rests on a day without an official notice and may still move; show it as 暂定.
    """

    on: date
    at: datetime | None = None
    provisional: bool = False


def day_of(moment: date | datetime) -> date:
    """The calendar day of a moment where the office is. An online submission at night belongs to its own day."""
    if isinstance(moment, datetime):
        return moment.astimezone(timezone.get_default_timezone()).date()
    return moment


def due_on(start: date | datetime, term: Term, calendar: WorkCalendar, pauses: Sequence[Pause] = ()) -> Due | None:
    """When a term that began with `start` ends; None while an open pause makes the end unknown.

    Working days: 行政许可法 82. Natural days: 民法典 201, 203. Months: 民法典 202 (same number in the last month, its
    last day if absent). Hours: 民法典 201(2), from the moment itself and over rest days, `start` must be a datetime.
    Instant: same day. Pauses (行政许可法 45): time in (from, to] is not counted, and no term ends in it.
    """
    match term.unit:
        case TermUnit.WORKING_DAY:
            return _working_days_end(day_of(start), term.n, calendar, pauses)
        case TermUnit.DAY:
            return _natural_days_end(day_of(start), term.n, calendar, pauses)
        case TermUnit.MONTH:
            first = day_of(start)
            return _natural_days_end(first, (add_months(first, term.n) - first).days, calendar, pauses)
        case TermUnit.HOUR:
            return _hours_end(start, term.n, pauses)
        case TermUnit.INSTANT:
            return Due(on=day_of(start))


def add_months(day: date, n: int) -> date:
    """The day of the same number `n` months later, or the last day of that month if it has none (民法典 202)."""
    year, month = divmod(day.month - 1 + n, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def workdays_between(after: date, until: date, calendar: WorkCalendar, pauses: Sequence[Pause] = ()) -> int:
    """Working days in (after, until] that no pause takes out; 0 when `until` is not later."""
    counted = calendar.workdays(after, until)
    for begin, end in merged(pauses, after):
        counted -= calendar.workdays(begin, until if end is None else min(end, until))
    return counted


def consumed(start: date | datetime, now: date | datetime, calendar: WorkCalendar, pauses: Sequence[Pause] = ()) -> int:
    """Working days of a clock used up so far, the day of `now` included (domain rule 4: accepted..from is counted)."""
    return workdays_between(day_of(start), day_of(now), calendar, pauses)


def remaining_workdays(now: date | datetime, due: Due, calendar: WorkCalendar, pauses: Sequence[Pause] = ()) -> int:
    """Working days left after today up to the due date; negative by as many as the term is overdue."""
    today = day_of(now)
    return workdays_between(today, due.on, calendar, pauses) - workdays_between(due.on, today, calendar, pauses)


def is_overdue(now: date | datetime, due: Due) -> bool:
    """Whether the term is over. A date runs to the end of its day; a term in hours to its moment."""
    if due.at is not None and isinstance(now, datetime):
        return now > due.at
    return day_of(now) > due.on


Stretch = tuple[date, date]


def _last_day(
    start: date,
    n: int,
    pauses: Sequence[Pause],
    count: Callable[[date, date], int],
    nth_after: Callable[[date, int], date],
) -> tuple[date, list[Stretch]] | None:
    """The `n`-th counted day after `start` and the stretches (from, to] that were counted up to it."""
    stretches: list[Stretch] = []
    for begin, end in merged(pauses, start) if pauses else ():
        here = count(start, begin)
        if here >= n:
            break
        n -= here
        stretches.append((start, begin))
        if end is None:
            return None
        start = end
    last = nth_after(start, n)
    return last, [*stretches, (start, last)]


def _working_days_end(start: date, n: int, calendar: WorkCalendar, pauses: Sequence[Pause]) -> Due | None:
    found = _last_day(start, n, pauses, calendar.workdays, calendar.workday_after)
    if found is None:
        return None
    last, stretches = found
    return Due(on=last, provisional=any(calendar.has_provisional(*stretch) for stretch in stretches))


def _natural_days_end(start: date, n: int, calendar: WorkCalendar, pauses: Sequence[Pause]) -> Due | None:
    found = _last_day(start, n, pauses, lambda a, b: (b - a).days, lambda a, k: a + ONE_DAY * k)
    if found is None:
        return None
    last, provisional = found[0], calendar.is_provisional(found[0])
    if calendar.is_workday(last):
        return Due(on=last, provisional=provisional)
    moved = _working_days_end(last, 1, calendar, pauses)
    return moved and Due(on=moved.on, provisional=provisional or moved.provisional)


def _hours_end(start: date | datetime, n: int, pauses: Sequence[Pause]) -> Due | None:
    if not isinstance(start, datetime):
        raise ValueError("A term in hours begins with a moment, not with a day")
    moment, left = start.astimezone(timezone.get_default_timezone()), timedelta(hours=n)
    for begin, end in merged(pauses):
        here = max(midnight_after(begin) - moment, timedelta())
        if here >= left:
            break
        if end is None:
            return None
        resumed = midnight_after(end)
        if resumed > moment:
            moment, left = resumed, left - here
    return Due(on=day_of(moment + left), at=moment + left)
