"""What a change would do, ready to be shown: to the proposer before, to the second person, and for the record after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from places.calendar import StoredCalendar, load_calendar
from places.differences import Difference, Run, calendars_around, differences, fingerprint, runs
from places.models import CalendarChange
from places.models.changes import ChangeState
from places.months import Month
from places.planned_days import PlannedDay
from places.year_check import working_days_of, year_warnings

from .picture import YearCell, changed_months

MOST_MONTHS = 14


@dataclass(frozen=True)
class YearSum:
    year: int
    before: int
    after: int


@dataclass(frozen=True)
class Preview:
    """`lines` are days that become something else; `settled` how many only lose their provisional mark."""

    lines: list[Run]
    turning: int
    settled: int
    unchanged: int
    years: list[YearSum]
    months: list[Month[YearCell]]
    seen: str
    warnings: list[str] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not self.lines and not self.settled


def preview_of(jurisdiction: str, days: Sequence[PlannedDay]) -> Preview:
    before, after = calendars_around(jurisdiction, days)
    found = differences(jurisdiction, days)
    years = sorted({planned.day.year for planned in days})
    whole = [year for year in years if not after.has_provisional(date(year - 1, 12, 31), date(year, 12, 31))]
    touched = {planned.day.year for planned in days if planned.name or planned.removes}
    warnings = [text for year in whole if year in touched for text in year_warnings(after, year)]
    sums = [YearSum(year, working_days_of(before, year), working_days_of(after, year)) for year in years]
    return _preview(found, len({planned.day for planned in days}), sums, after, warnings)


def preview_of_change(change: CalendarChange) -> Preview:
    """Of a change in force what it did; of every other one what it would do today."""
    days = [PlannedDay.from_json(data) for data in change.days]
    if change.state != ChangeState.IN_FORCE:
        return preview_of(change.jurisdiction, days)
    found = [Difference.from_json(data) for data in change.effect]
    now = load_calendar(jurisdiction=change.jurisdiction)
    after = StoredCalendar(change.jurisdiction, {**now.days, **{each.day: each.after for each in found}})
    return _preview(found, len({planned.day for planned in days}), [], after, [])


def _preview(
    found: list[Difference], days: int, sums: list[YearSum], after: StoredCalendar, warnings: list[str]
) -> Preview:
    changed = [each for each in found if not _only_settles(each)]
    return Preview(
        lines=runs(changed),
        turning=sum(each.turns for each in found),
        settled=len(found) - len(changed),
        unchanged=days - len(found),
        years=sums,
        months=changed_months(after, (each.day for each in changed))[:MOST_MONTHS],
        seen=fingerprint(found),
        warnings=warnings,
    )


def _only_settles(each: Difference) -> bool:
    """The day is what it was taken for; only the provisional mark goes."""
    before, after = each.before, each.after
    return (before.is_workday, before.kind, before.name) == (after.is_workday, after.kind, after.name)
