"""The stored working-day calendar, layered by region and kept in memory until somebody changes a day."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.db.models import Count, Max

from .models import CalendarDay, Unit

SATURDAY = 5
Fingerprint = tuple[object, int]


@dataclass(frozen=True)
class StoredCalendar:
    """The legal calendar of one jurisdiction; a `flow.calendar.WorkCalendar`.

    `days` maps a day to (is working day, is provisional). A day that is not stored follows the weekday rule and is
    provisional: nothing official is known of it.
    """

    jurisdiction: str
    days: dict[date, tuple[bool, bool]]

    def is_workday(self, day: date) -> bool:
        known = self.days.get(day)
        return known[0] if known else day.weekday() < SATURDAY

    def is_provisional(self, day: date) -> bool:
        known = self.days.get(day)
        return known[1] if known else True


def load_calendar(*, jurisdiction: str) -> StoredCalendar:
    """The calendar in force for a region code ('' is the nation). One small query when nothing has changed.

    Layers are the codes that `jurisdiction` begins with (nation, province, county, town); the longest one that has the
    day wins (放假办法 Art. 4: a county's own days stand over the nation's).
    """
    return _load(jurisdiction, _fingerprint())


def calendar_for(unit: Unit) -> StoredCalendar:
    """The calendar a unit works by: that of its region. Have `unit.region` selected to save a query."""
    return load_calendar(jurisdiction=unit.region.code)


def _fingerprint() -> Fingerprint:
    """Differs after any change of a day: every write moves the newest moment or the count."""
    seen = CalendarDay.objects.aggregate(newest=Max("changed_at"), count=Count("id"))
    return seen["newest"], seen["count"]


@lru_cache(maxsize=64)
def _load(jurisdiction: str, fingerprint: Fingerprint) -> StoredCalendar:
    layers = [jurisdiction[:length] for length in range(len(jurisdiction) + 1)]
    rows = CalendarDay.objects.filter(jurisdiction__in=layers).values_list(
        "jurisdiction", "day", "is_workday", "is_provisional"
    )
    days = {day: (works, provisional) for _, day, works, provisional in sorted(rows, key=lambda row: len(row[0]))}
    return StoredCalendar(jurisdiction, days)
