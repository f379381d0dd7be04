"""The months from the first to the last day of a term, each day with what was counted of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from core.text import format_day
from flow.account import CountedDay, DayState
from flow.calendar import WorkCalendar
from flow.clocks import Due, TermUnit
from flow.words import day_words
from places.months import Month, month_of, months_between

MOST_MONTHS = 37


@dataclass(frozen=True)
class DayCell:
    """`mark` is the short word in the cell, `words` the whole of it for those who hear the page."""

    day: date
    state: str
    mark: str
    words: str
    is_due: bool = False
    is_provisional: bool = False

    @property
    def states(self) -> list[str]:
        """What the style sheet needs to know."""
        marks = [word for word, is_so in (("due", self.is_due), ("provisional", self.is_provisional)) if is_so]
        return [*self.state.split(), *marks]


def picture(
    *, start: date, days: Sequence[CountedDay], due: Due | None, calendar: WorkCalendar, unit: TermUnit
) -> list[Month[DayCell]]:
    """At most `MOST_MONTHS`. Days before the start and after the end are there, without a word."""
    told = {each.day: each for each in days}
    last = due.on if due else max(told, default=start)

    def cell(day: date) -> DayCell:
        if day in told:
            return _counted(told[day], is_due=due is not None and day == due.on)
        if day == start:
            return _first(day, is_due=due is not None and day == due.on)
        state = "off" if calendar.is_workday(day) else "rest off"
        return DayCell(day, state, "", format_day(day))

    months = list(months_between(start, last))[:MOST_MONTHS]
    return [month_of(year, month, cell) for year, month in months]


def _first(day: date, *, is_due: bool) -> DayCell:
    mark = pgettext("calendar cell", "due") if is_due else pgettext("calendar cell", "start")
    words = _("%(day)s: the same day") if is_due else _("%(day)s: day 0, not counted")
    return DayCell(day, "start", mark, words % {"day": format_day(day)}, is_due=is_due)


def _counted(each: CountedDay, *, is_due: bool) -> DayCell:
    words = f"{format_day(each.day)}：{day_words(each)}"
    if is_due:
        words = _("%(words)s. The term ends on this day.") % {"words": words}
    return DayCell(each.day, each.state.value, _mark(each), words, is_due=is_due, is_provisional=each.provisional)


def _mark(each: CountedDay) -> str:
    match each.state:
        case DayState.COUNTED if each.hours is not None:
            return pgettext("calendar cell", "%(hours)s h") % {
                "hours": f"{each.hours.total_seconds() / 3600:.1f}".removesuffix(".0")
            }
        case DayState.COUNTED:
            return pgettext("calendar cell", "day %(number)d") % {"number": each.number}
        case DayState.HOLIDAY:
            return each.name or pgettext("calendar cell", "free")
        case DayState.PAUSED | DayState.ENDLESS:
            return pgettext("calendar cell", "paused")
        case DayState.REST:
            return pgettext("calendar cell", "rest")
        case DayState.MOVED:
            return pgettext("calendar cell", "moved")
