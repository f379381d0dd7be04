"""Why a term ends where it ends: every day between, counted or not, as data. `flow.words` says it in Chinese."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from django.utils import timezone

from .calendar import LONGEST_SEARCH, ONE_DAY, WorkCalendar
from .clocks import Term, TermUnit, add_months, day_of
from .pauses import Pause, is_paused, midnight_after


class DayState(StrEnum):
    COUNTED = "counted"
    REST = "rest"  # Saturday or Sunday
    HOLIDAY = "holiday"  # by notice: public or local holiday, emergency closing
    PAUSED = "paused"
    ENDLESS = "endless"  # the first day of a pause that has no end yet: nothing can be said beyond it
    MOVED = "moved"  # the term ends here because its own last day was a rest day (民法典 203)


@dataclass(frozen=True)
class CountedDay:
    """One day of a term. `number` is its number in the term, None when it is not counted.

    `kind` and `name` are the calendar's. `provisional`: no official notice covers the day, and one would change what it
    means for the term (a paused day, or a natural day before the last one, is what it is). `hours` is the part of the day
    that a term in hours takes.
    """

    day: date
    state: DayState
    number: int | None = None
    kind: str = "normal"
    name: str = ""
    provisional: bool = False
    hours: timedelta | None = None


@dataclass(frozen=True)
class CountedRun:
    """Days in a row of which the same is to be said; a single day is a run too."""

    first: CountedDay
    last: CountedDay


def together(days: Iterable[CountedDay]) -> list[CountedRun]:
    """The days of an account as few lines: numbers in a row, a long holiday, a pause."""
    runs: list[CountedRun] = []
    for day in days:
        if runs and _goes_on(runs[-1].last, day):
            runs[-1] = CountedRun(runs[-1].first, day)
        else:
            runs.append(CountedRun(day, day))
    return runs


def _goes_on(day: CountedDay, later: CountedDay) -> bool:
    if day.state in (DayState.PAUSED, DayState.REST):
        return day.state == later.state and day.provisional == later.provisional
    if day.hours is not None:
        return (day.hours, day.provisional) == (later.hours, later.provisional)
    same = (day.state, day.kind, day.name, day.provisional) == (later.state, later.kind, later.name, later.provisional)
    return same and day.state != DayState.MOVED


def account(
    start: date | datetime, term: Term, calendar: WorkCalendar, pauses: Sequence[Pause] = ()
) -> Iterator[CountedDay]:
    """The days after the day of `start` (day 0) up to the last day of the term, which `flow.clocks.due_on` names too.

    A term in hours begins on the day of `start` itself. Instant: nothing. An endless pause ends the account with its
    first day. Raises what `due_on` raises.
    """
    if term.unit == TermUnit.INSTANT:
        return iter(())
    if term.unit == TermUnit.HOUR:
        return _hours(start, term.n, calendar, pauses)
    first = day_of(start)
    if term.unit == TermUnit.WORKING_DAY:
        return _working_days(first, term.n, calendar, pauses)
    n = term.n if term.unit == TermUnit.DAY else (add_months(first, term.n) - first).days
    return _natural_days(first, n, calendar, pauses)


def _working_days(
    day: date, n: int, calendar: WorkCalendar, pauses: Sequence[Pause], last: DayState = DayState.COUNTED
) -> Iterator[CountedDay]:
    number, idle = 0, 0
    while number < n:
        day += ONE_DAY
        if paused := _paused(day, calendar, pauses):
            yield paused
            if paused.state == DayState.ENDLESS:
                return
        elif calendar.is_workday(day):
            number, idle = number + 1, 0
            yield _day(day, last, calendar, number=number if last == DayState.COUNTED else None)
        else:
            idle += 1
            yield _day(day, _rest(day, calendar), calendar)
        if idle > LONGEST_SEARCH:
            raise ValueError(f"The calendar has no working day before {day}")


def _natural_days(day: date, n: int, calendar: WorkCalendar, pauses: Sequence[Pause]) -> Iterator[CountedDay]:
    number = 0
    while number < n:
        day += ONE_DAY
        if paused := _paused(day, calendar, pauses):
            yield paused
            if paused.state == DayState.ENDLESS:
                return
        else:
            number += 1
            yield _day(day, DayState.COUNTED, calendar, number=number, settles=number == n)
    if not calendar.is_workday(day):
        yield from _working_days(day, 1, calendar, pauses, last=DayState.MOVED)


def _hours(start: date | datetime, n: int, calendar: WorkCalendar, pauses: Sequence[Pause]) -> Iterator[CountedDay]:
    if not isinstance(start, datetime):
        raise ValueError("A term in hours begins with a moment, not with a day")
    moment, left = start.astimezone(timezone.get_default_timezone()), timedelta(hours=n)
    while True:
        midnight = midnight_after(moment.date())
        if paused := _paused(moment.date(), calendar, pauses):
            yield paused
            if paused.state == DayState.ENDLESS:
                return
        else:
            part = min(left, midnight - moment)
            left -= part
            yield _day(moment.date(), DayState.COUNTED, calendar, hours=part, settles=False)
            if not left:
                return
        moment = midnight


def _paused(day: date, calendar: WorkCalendar, pauses: Sequence[Pause]) -> CountedDay | None:
    if not is_paused(day, pauses):
        return None
    endless = any(end is None and begin < day for begin, end in pauses)
    return _day(day, DayState.ENDLESS if endless else DayState.PAUSED, calendar, settles=False)


def _rest(day: date, calendar: WorkCalendar) -> DayState:
    return DayState.REST if calendar.kind_of(day) in ("normal", "makeup") else DayState.HOLIDAY


def _day(
    day: date,
    state: DayState,
    calendar: WorkCalendar,
    *,
    number: int | None = None,
    hours: timedelta | None = None,
    settles: bool = True,
) -> CountedDay:
    """`settles`: whether the term ends elsewhere when the calendar says something else of this day."""
    return CountedDay(
        day=day,
        state=state,
        number=number,
        kind=calendar.kind_of(day),
        name=calendar.name_of(day),
        provisional=settles and calendar.is_provisional(day),
        hours=hours,
    )
