"""One clock of one record: when it began, how long it may run, what is not counted, and when it ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from .calendar import WorkCalendar
from .clocks import Due, Pause, Term, TermUnit, consumed, due_on, is_overdue, remaining_workdays
from .lights import DEFAULT_RULE, Light, LightRule, light

# Extensions of these units lengthen the term itself; for the others they follow after its end.
_LENGTHENS = (TermUnit.WORKING_DAY, TermUnit.DAY)


@dataclass(frozen=True)
class Clock:
    """A value: equal inputs give equal clocks. `due` is None while an open pause makes the end unknown.

    `ended_at` stops it: a clock that has ended is neither late nor running any more, whatever the day.
    """

    kind: str
    start: date | datetime
    term: Term
    due: Due | None
    pauses: tuple[Pause, ...] = ()
    extension: Term | None = None
    ended_at: datetime | None = None

    @property
    def due_date(self) -> date | None:
        return self.due.on if self.due else None

    @property
    def provisional(self) -> bool:
        return bool(self.due and self.due.provisional)

    @property
    def is_paused(self) -> bool:
        return any(end is None for _begin, end in self.pauses)

    def consumed(self, now: datetime, calendar: WorkCalendar) -> int:
        """Working days used up until `now`, or until the clock ended; pauses are not counted."""
        return consumed(self.start, self._until(now), calendar, self.pauses)

    def remaining(self, now: datetime, calendar: WorkCalendar) -> int | None:
        """Working days left, negative when overdue; None while the end is unknown."""
        return remaining_workdays(self._until(now), self.due, calendar) if self.due else None

    def is_late(self, now: datetime) -> bool:
        """Whether the term was over before the clock ended, or is over at `now`."""
        return self.due is not None and is_overdue(self._until(now), self.due)

    def light(self, now: datetime, calendar: WorkCalendar, rule: LightRule = DEFAULT_RULE) -> Light:
        if not isinstance(self.start, datetime):
            raise ValueError("A light needs the moment at which its clock began")
        return light(now=now, start=self.start, due=self.due, calendar=calendar, rule=rule, pauses=self.pauses)

    def _until(self, now: datetime) -> datetime:
        return self.ended_at or now


def start_clock(
    kind: str,
    start: date | datetime,
    term: Term,
    calendar: WorkCalendar,
    *,
    pauses: tuple[Pause, ...] = (),
    extension: Term | None = None,
    ended_at: datetime | None = None,
) -> Clock:
    """The clock with its due date; an `extension` (行政许可法 Art. 42) lengthens the term once."""
    return Clock(
        kind=kind,
        start=start,
        term=term,
        due=_due(start, term, calendar, pauses, extension),
        pauses=pauses,
        extension=extension,
        ended_at=ended_at,
    )


def _due(
    start: date | datetime, term: Term, calendar: WorkCalendar, pauses: tuple[Pause, ...], extension: Term | None
) -> Due | None:
    if extension is None:
        return due_on(start, term, calendar, pauses)
    if extension.unit == term.unit and term.unit in _LENGTHENS:
        return due_on(start, Term(term.n + extension.n, term.unit), calendar, pauses)
    first = due_on(start, term, calendar, pauses)
    if first is None:
        return None
    second = due_on(first.on, extension, calendar, pauses)
    return second and Due(second.on, second.at, first.provisional or second.provisional)
