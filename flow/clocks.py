"""Terms of law as pure functions over a working-day calendar. No clock is read and nothing is stored here.

Counting (民法典 201, 203; 行政许可法 82): the day of the event is day 0, counting starts on the next day. A term in
working days skips rest days; a term in natural days or months that ends on a rest day ends on the next working day.
"""

from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from django.utils import timezone

from .calendar import WorkCalendar

ONE_DAY = timedelta(days=1)
# A calendar without a working day for this long is broken, not a long holiday.
LONGEST_SEARCH = 3660

Pause = tuple[date, date | None]


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

    `provisional`: a day without an official notice was counted; show the date as 暂定.
    """

    on: date
    at: datetime | None = None
    provisional: bool = False


def day_of(moment: date | datetime) -> date:
    """The calendar day of a moment where the office is. An online submission at night belongs to its own day."""
    if isinstance(moment, datetime):
        return moment.astimezone(timezone.get_default_timezone()).date()
    return moment


def is_paused(day: date, pauses: Sequence[Pause]) -> bool:
    """Whether `day` is not counted: a pause (from, to] leaves its first day counted; `to` None is still open."""
    return any(begin < day and (end is None or day <= end) for begin, end in pauses)


def due_on(start: date | datetime, term: Term, calendar: WorkCalendar, pauses: Sequence[Pause] = ()) -> Due | None:
    """When a term that began with `start` ends; None while an open pause makes the end unknown.

    Working days: 行政许可法 82. Natural days: 民法典 201, 203. Months: 民法典 202 (same number in the last month, its
    last day if absent). Hours: 民法典 201(2), from the moment itself, `start` must be a datetime. Instant: same day.
    Pauses (行政许可法 45): time in (from, to] is not counted.
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
    return sum(1 for day in _days(after, until) if calendar.is_workday(day) and not is_paused(day, pauses))


def consumed(start: date | datetime, now: date | datetime, calendar: WorkCalendar, pauses: Sequence[Pause] = ()) -> int:
    """Working days of a clock used up so far, the day of `now` included (domain rule 4: accepted..from is counted)."""
    return workdays_between(day_of(start), day_of(now), calendar, pauses)


def remaining_workdays(now: date | datetime, due: Due, calendar: WorkCalendar) -> int:
    """Working days left after today up to the due date; negative by as many as the term is overdue."""
    today = day_of(now)
    return workdays_between(today, due.on, calendar) - workdays_between(due.on, today, calendar)


def is_overdue(now: date | datetime, due: Due) -> bool:
    """Whether the term is over. A date runs to the end of its day; a term in hours to its moment."""
    if due.at is not None and isinstance(now, datetime):
        return now > due.at
    return day_of(now) > due.on


def _days(after: date, until: date) -> Iterator[date]:
    return (after + timedelta(days=n) for n in range(1, (until - after).days + 1))


def _working_days_end(start: date, n: int, calendar: WorkCalendar, pauses: Sequence[Pause]) -> Due | None:
    return _walk(start, n, calendar, pauses, counts=calendar.is_workday)


def _natural_days_end(start: date, n: int, calendar: WorkCalendar, pauses: Sequence[Pause]) -> Due | None:
    last = _walk(start, n, calendar, pauses, counts=lambda day: True)
    return last and _next_workday(last.on, calendar)


def _walk(
    start: date, n: int, calendar: WorkCalendar, pauses: Sequence[Pause], counts: Callable[[date], bool]
) -> Due | None:
    open_from = min((begin for begin, end in pauses if end is None), default=date.max)
    day, counted, provisional, idle = start, 0, False, 0
    while counted < n:
        day += ONE_DAY
        if day > open_from:
            return None
        provisional = provisional or calendar.is_provisional(day)
        if is_paused(day, pauses):
            continue
        idle = 0 if counts(day) else idle + 1
        counted += idle == 0
        if idle > LONGEST_SEARCH:
            raise ValueError(f"The calendar has no working day after {start}")
    return Due(on=day, provisional=provisional)


def _next_workday(day: date, calendar: WorkCalendar) -> Due:
    provisional = calendar.is_provisional(day)
    for _ in range(LONGEST_SEARCH):
        if calendar.is_workday(day):
            return Due(on=day, provisional=provisional)
        day += ONE_DAY
        provisional = provisional or calendar.is_provisional(day)
    raise ValueError(f"The calendar has no working day before {day}")


def _hours_end(start: date | datetime, n: int, pauses: Sequence[Pause]) -> Due | None:
    if not isinstance(start, datetime):
        raise ValueError("A term in hours begins with a moment, not with a day")
    zone = timezone.get_default_timezone()
    moment, left = start.astimezone(zone), timedelta(hours=n)
    while True:
        midnight = datetime.combine(moment.date() + ONE_DAY, time(), tzinfo=zone)
        if any(end is None and begin < moment.date() for begin, end in pauses):
            return None
        if not is_paused(moment.date(), pauses):
            if moment + left <= midnight:
                return Due(on=day_of(moment + left), at=moment + left)
            left -= midnight - moment
        moment = midnight
