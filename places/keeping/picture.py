"""The calendar of a year as the back office draws it: what each day is, and which layer says so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.translation import gettext as _

from core.text import format_day
from places.calendar import NATION, DayFacts, StoredCalendar
from places.differences import facts_words
from places.models import Region
from places.models.calendar import DayKind
from places.months import Month, month_of

LETTERS = {DayKind.HOLIDAY: "休", DayKind.LOCAL: "休", DayKind.MAKEUP: "班", DayKind.EMERGENCY: "停"}
PROVINCE_DIGITS, COUNTY_DIGITS = 2, 6


@dataclass(frozen=True)
class YearCell:
    """`letter` is what stands beside the number, `words` what is said of the day when it is pointed at or heard."""

    day: date
    letter: str
    words: str
    is_free: bool
    is_provisional: bool
    is_own: bool
    is_changed: bool
    kind: str


@dataclass(frozen=True)
class Special:
    """Days in a row that a notice names: 15–23日 春节放假."""

    days: str
    words: str
    layer: str


def year_picture(calendar: StoredCalendar, year: int) -> list[Month[YearCell]]:
    return [month_of(year, month, lambda day: year_cell(calendar, day)) for month in range(1, 13)]


def changed_months(calendar: StoredCalendar, days: Iterable[date]) -> list[Month[YearCell]]:
    """The months in which these days lie, the days marked."""
    marked = set(days)
    months = sorted({(day.year, day.month) for day in marked})
    return [
        month_of(year, month, lambda day: year_cell(calendar, day, changed=day in marked)) for year, month in months
    ]


def year_cell(calendar: StoredCalendar, day: date, *, changed: bool = False) -> YearCell:
    facts = calendar.facts_of(day)
    own = facts.jurisdiction != NATION
    return YearCell(
        day=day,
        letter=LETTERS.get(DayKind(facts.kind), ""),
        words=f"{format_day(day)} {facts_words(facts)}",
        is_free=not facts.is_workday,
        is_provisional=facts.is_provisional,
        is_own=own,
        is_changed=changed,
        kind=facts.kind,
    )


def specials(calendar: StoredCalendar, month: Month[YearCell], names: dict[str, str]) -> list[Special]:
    """What is not by the weekday in this month, days in a row together."""
    told = [(cell.day, calendar.facts_of(cell.day)) for cell in month.cells]
    named = [(day, facts) for day, facts in told if facts.kind != DayKind.NORMAL or facts.jurisdiction != NATION]
    found = []
    for (facts, _start), group in groupby(enumerate(named), key=_alike):
        days = [day for _n, (day, _facts) in group]
        first, last = days[0].day, days[-1].day
        span = f"{first}日" if first == last else f"{first}–{last}日"
        found.append(Special(span, facts_words(facts), layer_name(facts.jurisdiction, names)))
    return found


def _alike(numbered: tuple[int, tuple[date, DayFacts]]) -> tuple[DayFacts, int]:
    n, (day, facts) = numbered
    return facts, day.toordinal() - n


def layer_names() -> dict[str, str]:
    """Names of the layers that regions have, by code."""
    return dict(Region.objects.values_list("code", "name"))


def layer_name(code: str, names: dict[str, str]) -> str:
    if code == NATION:
        return _("The whole country")
    if len(code) == PROVINCE_DIGITS:
        return _("Province %(code)s") % {"code": code}
    return names.get(code, code)
