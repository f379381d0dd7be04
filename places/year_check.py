"""What looks odd in the calendar of a year. A warning is no refusal: a notice may have its reasons."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.translation import gettext as _

from core.text import format_day

from .calendar import StoredCalendar
from .models.calendar import DayKind
from .planned_days import days_of
from .workdays import follows_weekday

# 全国年节及纪念日放假办法 (2024) Art. 2, with the days each is at least free.
STATUTORY = {"元旦": 1, "春节": 4, "清明": 1, "劳动": 2, "端午": 1, "中秋": 1, "国庆": 3}
MOST_IN_A_ROW = 6  # Art. 7, as a rule


def year_warnings(calendar: StoredCalendar, year: int) -> Iterator[str]:
    """Statutory holidays without their days, long rows of working days, odd exchange of working and free days."""
    days = list(days_of(year))
    named: dict[str, int] = {}
    for day in days:
        facts = calendar.facts_of(day)
        if facts.kind == DayKind.HOLIDAY:
            for name in STATUTORY:
                named[name] = named.get(name, 0) + (name in facts.name)
    short = [name for name, least in STATUTORY.items() if named.get(name, 0) < least]
    if short:
        yield _("%(year)d: no or too few free days for %(names)s.") % {"year": year, "names": "、".join(short)}
    yield from _long_rows(calendar, days)
    for day in days:
        facts = calendar.facts_of(day)
        if facts.kind in (DayKind.HOLIDAY, DayKind.LOCAL, DayKind.MAKEUP) and not facts.name:
            yield _("%(day)s has no name.") % {"day": format_day(day)}


def working_days_of(calendar: StoredCalendar, year: int) -> int:
    return calendar.workdays(date(year - 1, 12, 31), date(year, 12, 31))


def _long_rows(calendar: StoredCalendar, days: list[date]) -> Iterator[str]:
    row: list[date] = []
    for day in [*days, days[-1] + timedelta(days=1)]:
        if calendar.is_workday(day):
            row.append(day)
            continue
        if len(row) > MOST_IN_A_ROW and not all(follows_weekday(each) for each in row):
            yield _("%(count)d working days in a row, from %(first)s to %(last)s.") % {
                "count": len(row),
                "first": format_day(row[0]),
                "last": format_day(row[-1]),
            }
        row = []
