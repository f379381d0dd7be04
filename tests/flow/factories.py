"""Calendars for clock tests, without a database."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from flow.calendar import WalkedCalendar


def span(first: date, last: date) -> set[date]:
    return {first + timedelta(days=n) for n in range((last - first).days + 1)}


# 国务院办公厅关于2026年部分节假日安排的通知
NAMED_HOLIDAYS = {
    "元旦": span(date(2026, 1, 1), date(2026, 1, 3)),
    "春节": span(date(2026, 2, 15), date(2026, 2, 23)),
    "清明": span(date(2026, 4, 4), date(2026, 4, 6)),
    "劳动节": span(date(2026, 5, 1), date(2026, 5, 5)),
    "端午": span(date(2026, 6, 19), date(2026, 6, 21)),
    "中秋": span(date(2026, 9, 25), date(2026, 9, 27)),
    "国庆节": span(date(2026, 10, 1), date(2026, 10, 7)),
}
HOLIDAYS = set().union(*NAMED_HOLIDAYS.values())
MAKE_UP_DAYS = {
    date(2026, 1, 4), date(2026, 2, 14), date(2026, 2, 28), date(2026, 5, 9), date(2026, 9, 20), date(2026, 10, 10)
}  # fmt: skip
LAST_OFFICIAL = date(2026, 12, 31)


@dataclass(frozen=True)
class CalendarOf2026(WalkedCalendar):
    """Official up to the end of 2026, weekday rule and provisional after it."""

    def is_workday(self, day: date) -> bool:
        return day in MAKE_UP_DAYS or (day.weekday() < 5 and day not in HOLIDAYS)

    def is_provisional(self, day: date) -> bool:
        return day > LAST_OFFICIAL

    def kind_of(self, day: date) -> str:
        return "makeup" if day in MAKE_UP_DAYS else "holiday" if day in HOLIDAYS else "normal"

    def name_of(self, day: date) -> str:
        return next((name for name, days in NAMED_HOLIDAYS.items() if day in days), "")


@dataclass(frozen=True)
class RuleCalendar(WalkedCalendar):
    """Any rule as a calendar."""

    rule: Callable[[date], bool]

    def is_workday(self, day: date) -> bool:
        return self.rule(day)
