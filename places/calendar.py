"""The stored working-day calendar, layered by region and kept in memory until somebody changes a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import NamedTuple
from uuid import UUID

from core.prepared import Prepared

from .models import CalendarDay, CalendarEdition, Unit
from .models.calendar import DayKind
from .queries import county
from .workdays import WorkdayIndex, follows_weekday

NATION = ""

_EDITION = Prepared(lambda: CalendarEdition.objects.order_by("pk").values_list("mark")[:1])


class DayFacts(NamedTuple):
    """What one layer says of a day. `jurisdiction` is the layer."""

    is_workday: bool
    is_provisional: bool
    kind: str
    name: str
    jurisdiction: str


@dataclass(frozen=True)
class StoredCalendar:
    """The legal calendar of one jurisdiction; a `flow.calendar.WorkCalendar`.

    A day that is not stored follows the weekday rule and is provisional: nothing official is known of it.
    """

    jurisdiction: str
    days: Mapping[date, DayFacts]

    @cached_property
    def index(self) -> WorkdayIndex:
        return WorkdayIndex({day: (facts.is_workday, facts.is_provisional) for day, facts in self.days.items()})

    def facts_of(self, day: date) -> DayFacts:
        return self.days.get(day) or DayFacts(follows_weekday(day), True, DayKind.NORMAL.value, "", NATION)

    def is_workday(self, day: date) -> bool:
        known = self.days.get(day)
        return known.is_workday if known else follows_weekday(day)

    def is_provisional(self, day: date) -> bool:
        known = self.days.get(day)
        return known.is_provisional if known else True

    def kind_of(self, day: date) -> str:
        return self.facts_of(day).kind

    def name_of(self, day: date) -> str:
        return self.facts_of(day).name

    def workdays(self, after: date, until: date) -> int:
        return self.index.workdays(after, until)

    def workday_after(self, day: date, n: int) -> date:
        return self.index.workday_after(day, n)

    def has_provisional(self, after: date, until: date) -> bool:
        return self.index.has_provisional(after, until)


class Calendars:
    """All calendars as they are now, under one query: for work on many units at once."""

    def __init__(self) -> None:
        self.edition = _edition()

    def of(self, jurisdiction: str) -> StoredCalendar:
        known = _layers(self.edition)
        layer = next(code for code in reversed(layers_over(jurisdiction)) if code in known or code == NATION)
        return _load(layer, self.edition)

    def of_unit(self, unit: Unit) -> StoredCalendar:
        """Have `unit.region` selected to save a query."""
        return self.of(unit.region.code)


def load_calendar(*, jurisdiction: str) -> StoredCalendar:
    """The calendar in force for a region code ('' is the nation). One small query when nothing has changed.

    Layers are the codes that `jurisdiction` begins with (nation, province, county, town); the longest one that has the
    day wins (放假办法 Art. 4: a county's own days stand over the nation's), emergency closings over all of them.
    """
    return Calendars().of(jurisdiction)


def county_calendar() -> StoredCalendar:
    """That of the county this installation serves; the nation's before regions are loaded."""
    here = county()
    return load_calendar(jurisdiction=here.code if here else "")


def calendar_for(unit: Unit) -> StoredCalendar:
    """The calendar a unit works by: that of its region. Have `unit.region` selected to save a query."""
    return load_calendar(jurisdiction=unit.region.code)


def layers_over(jurisdiction: str) -> list[str]:
    """Every code that `jurisdiction` begins with, the nation first."""
    return [jurisdiction[:length] for length in range(len(jurisdiction) + 1)]


def stored_days(jurisdiction: str) -> Iterator[tuple[date, DayFacts]]:
    """Every day of every layer over and in `jurisdiction`, in no order."""
    rows = CalendarDay.objects.filter(jurisdiction__in=layers_over(jurisdiction)).order_by()
    fields = ("day", "is_workday", "is_provisional", "kind", "name", "jurisdiction")
    for day, *facts in rows.values_list(*fields):
        yield day, DayFacts(*facts)


def overlaid(jurisdiction: str, days: Iterable[tuple[date, DayFacts]]) -> StoredCalendar:
    """The calendar that these days of its layers make: longer codes over shorter ones, emergencies over all."""
    stacked = sorted(days, key=lambda each: (each[1].kind == DayKind.EMERGENCY, len(each[1].jurisdiction)))
    return StoredCalendar(jurisdiction, dict(stacked))


def _edition() -> UUID | None:
    return next((mark for (mark,) in _EDITION.tuples()), None)


@lru_cache(maxsize=2)
def _layers(edition: UUID | None) -> frozenset[str]:
    return frozenset(CalendarDay.objects.order_by().values_list("jurisdiction", flat=True).distinct())


@lru_cache(maxsize=64)
def _load(layer: str, edition: UUID | None) -> StoredCalendar:
    """Layers without a day of their own share the calendar of the one above."""
    return overlaid(layer, stored_days(layer))
