"""The time line of a case as plain geometry: clocks as bars, pauses, events and today on one axis of days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from cases.clock import Clocks, Happening
from flow.calendar import WorkCalendar
from flow.clocks import add_months, day_of, due_on
from flow.running import Clock

ONE_DAY = timedelta(days=1)
LABELS, WIDTH, MARGIN = 190, 880, 24  # the column of names, the whole picture, the space right of the axis
HEAD, ROW, BAR, FOOT = 34, 46, 16, 30
WEEKS_UP_TO = 70  # days; a longer axis is marked by months
MOST_TICKS = 12
LONGEST_NAME = 13  # characters that fit into the column of names
ORDER = ("intake", "correction", "statutory", "promised", "suspension", "tolerance", "delivery")


@dataclass(frozen=True)
class Stretch:
    """A part of a bar; `reason` says why it is not counted, `number` is its place in the list below the drawing."""

    x: float
    width: float
    begins: date
    ends: date | None
    reason: str = ""
    number: int = 0

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 1)


@dataclass(frozen=True)
class ClockRow:
    name: str
    y: int
    x: float
    width: float
    begins: date
    due: date | None
    due_x: float | None
    ended: date | None
    provisional: bool
    late: bool
    extension: Stretch | None  # from the day the term would have ended to the day it ends
    pauses: tuple[Stretch, ...]
    over: Stretch | None  # the days after the due day until the end, or until today

    @property
    def short(self) -> str:
        return self.name if len(self.name) <= LONGEST_NAME else f"{self.name[: LONGEST_NAME - 1]}…"


@dataclass(frozen=True)
class Mark:
    """A point on the axis: a tick, or the day of events."""

    x: float
    day: date
    text: str = ""


@dataclass(frozen=True)
class TimeLine:
    rows: tuple[ClockRow, ...]
    points: tuple[Mark, ...]
    ticks: tuple[Mark, ...]
    by_month: bool  # what the ticks stand for
    year: int  # in which the axis begins; only days of another one are drawn with their year
    today: Mark | None  # None when every clock had stopped before
    height: int
    width: int = WIDTH
    labels: int = LABELS

    @property
    def floor(self) -> int:
        return self.height - FOOT

    @property
    def pauses(self) -> list[Stretch]:
        """Each stretch that some clock does not count, once, by its number."""
        found = {pause.number: pause for row in self.rows for pause in row.pauses}
        return [found[number] for number in sorted(found)]

    @property
    def is_extended(self) -> bool:
        return any(row.extension for row in self.rows)

    @property
    def is_late(self) -> bool:
        return any(row.over for row in self.rows)


@dataclass(frozen=True)
class Axis:
    first: date
    last: date

    def x(self, day: date) -> float:
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return round(LABELS + min(max(share, 0), 1) * (WIDTH - LABELS - MARGIN), 1)

    def stretch(self, begins: date, ends: date | None, until: date, reason: str = "", number: int = 0) -> Stretch:
        left = self.x(begins)
        return Stretch(left, max(round(self.x(ends or until) - left, 1), 2), begins, ends, reason, number)


def draw_timeline(
    *,
    clocks: Clocks,
    events: Iterable[Happening],
    now: datetime,
    names: Mapping[str, str],
    stages: Mapping[int, str],
    titles: Mapping[str, str],
    reasons: Mapping[date, str],
    calendar: WorkCalendar,
    ends: Mapping[str, datetime],
) -> TimeLine | None:
    """None when no clock has begun. `names` by kind of clock, `stages` by order, `reasons` by a pause's first day.

    `names["stage"]` and `names["pause"]` stand where a stage or a pause has no words of its own. `ends`: when the state
    left the phase of a clock that has no end of its own, by kind; `ends["case"]` stops whatever still runs.
    """
    named = [
        (names[kind], _ended(clocks.clocks[kind], kind, ends))
        for kind in ORDER
        if kind in clocks.clocks and kind in names
    ]
    named += [
        (stages.get(order) or f"{names['stage']} {order}", _ended(clock, "stage", ends))
        for order, clock in sorted(clocks.stages.items())
    ]
    if not named:
        return None
    numbers = _numbered([clock for _name, clock in named])
    today = day_of(now)
    happened = [(day_of(event.at), titles[event.verb]) for event in events if event.verb in titles]
    axis = _axis([clock for _name, clock in named], [day for day, _title in happened], today)
    happened = [(day, title) for day, title in happened if day <= axis.last]
    told = {begin: reasons.get(begin) or names["pause"] for begin, _end in numbers}
    rows = tuple(_row(name, clock, axis, n, now, told, numbers, calendar) for n, (name, clock) in enumerate(named))
    return TimeLine(
        rows=rows,
        points=_points(happened, axis),
        ticks=_ticks(axis),
        by_month=_by_month(axis),
        year=axis.first.year,
        today=Mark(axis.x(today), today) if today <= axis.last else None,
        height=HEAD + ROW * len(rows) + FOOT,
    )


def _ended(clock: Clock, kind: str, ends: Mapping[str, datetime]) -> Clock:
    end = clock.ended_at or ends.get(kind) or ends.get("case")
    return clock if end is None or end < _moment(clock, end) else replace(clock, ended_at=end)


def _moment(clock: Clock, like: datetime) -> datetime:
    return clock.start if isinstance(clock.start, datetime) else like


def _numbered(clocks: list[Clock]) -> dict[tuple[date, date | None], int]:
    """The same stretch has the same number in every row."""
    found = sorted({pause for clock in clocks for pause in clock.pauses}, key=lambda p: (p[0], p[1] or date.max))
    return {pause: number for number, pause in enumerate(found, start=1)}


def _axis(clocks: list[Clock], days: list[date], today: date) -> Axis:
    """As far as the clocks go; to today and the last event only while one of them runs."""
    runs = any(clock.ended_at is None for clock in clocks)
    seen = [*days, today] if runs else [min(days)] if days else []
    for clock in clocks:
        seen.append(day_of(clock.start))
        seen += [day for day in (clock.due_date, clock.ended_at and day_of(clock.ended_at)) if day]
    return Axis(min(seen), max(max(seen), min(seen) + ONE_DAY))


def _row(
    name: str,
    clock: Clock,
    axis: Axis,
    n: int,
    now: datetime,
    reasons: Mapping[date, str],
    numbers: Mapping[tuple[date, date | None], int],
    calendar: WorkCalendar,
) -> ClockRow:
    begins, today = day_of(clock.start), day_of(now)
    ended = day_of(clock.ended_at) if clock.ended_at else None
    until = ended or today
    late, due = clock.is_late(now), clock.due_date
    bar = axis.stretch(begins, ended or due, max(until, begins))
    pauses = tuple(
        axis.stretch(begin, end, max(until, begin), reasons[begin], numbers[begin, end]) for begin, end in clock.pauses
    )
    return ClockRow(
        name=name,
        y=HEAD + ROW * n,
        x=bar.x,
        width=bar.width,
        begins=begins,
        due=due,
        due_x=axis.x(due) if due else None,
        ended=ended,
        provisional=clock.provisional,
        late=late,
        extension=_extension(clock, axis, calendar),
        pauses=pauses,
        over=axis.stretch(due, until, until) if late and due and until > due else None,
    )


def _extension(clock: Clock, axis: Axis, calendar: WorkCalendar) -> Stretch | None:
    """The days an extension has added (行政许可法 Art. 42)."""
    if clock.extension is None or clock.due is None:
        return None
    before = due_on(clock.start, clock.term, calendar, clock.pauses)
    return axis.stretch(before.on, clock.due.on, clock.due.on) if before else None


def _points(happened: list[tuple[date, str]], axis: Axis) -> tuple[Mark, ...]:
    """One point a day, with everything that happened on it."""
    days: dict[date, list[str]] = {}
    for day, title in happened:
        days.setdefault(day, [])
        if title not in days[day]:
            days[day].append(title)
    return tuple(Mark(axis.x(day), day, "、".join(titles)) for day, titles in sorted(days.items()))


def _by_month(axis: Axis) -> bool:
    return (axis.last - axis.first).days > WEEKS_UP_TO


def _ticks(axis: Axis) -> tuple[Mark, ...]:
    if not _by_month(axis):
        day = axis.first + ONE_DAY * (-axis.first.weekday() % 7)
        days = [day + ONE_DAY * 7 * n for n in range((axis.last - day).days // 7 + 1)]
    else:
        day, days = add_months(axis.first.replace(day=1), 1), []
        while day <= axis.last:
            days.append(day)
            day = add_months(day, 1)
    step = -(-len(days) // MOST_TICKS) or 1
    return tuple(Mark(axis.x(day), day) for day in days[::step])
