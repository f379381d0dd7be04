"""What a clock needs to know of the legal calendar; `places` has the stored one, tests bring their own."""

from datetime import date, timedelta
from typing import Protocol

ONE_DAY = timedelta(days=1)
# A calendar without a working day for this long is broken, not a long holiday.
LONGEST_SEARCH = 3660


class WorkCalendar(Protocol):
    """The working days of one jurisdiction (全国年节及纪念日放假办法)."""

    def is_workday(self, day: date) -> bool:
        """Whether offices work on `day`: make-up days yes, public holidays and rest days no."""

    def is_provisional(self, day: date) -> bool:
        """Whether no official notice covers `day` yet; a date that rests on it is shown as 暂定."""

    def kind_of(self, day: date) -> str:
        """normal, holiday, makeup, local or emergency (`places.models.calendar.DayKind`)."""

    def name_of(self, day: date) -> str:
        """What the day is called in the notice: 春节; '' for an ordinary day."""

    def workdays(self, after: date, until: date) -> int:
        """Working days in (after, until]; 0 when `until` is not later."""

    def workday_after(self, day: date, n: int) -> date:
        """The `n`-th working day after `day`, n ≥ 1. Raises ValueError when the calendar has none any more."""

    def has_provisional(self, after: date, until: date) -> bool:
        """Whether a day in (after, until] is provisional."""


class WalkedCalendar:
    """Counts day by day what a rule for single days says. Slow and plainly right: the measure for quicker calendars."""

    def is_workday(self, day: date) -> bool:
        raise NotImplementedError

    def is_provisional(self, day: date) -> bool:
        return False

    def kind_of(self, day: date) -> str:
        if self.is_workday(day):
            return "normal" if day.weekday() < 5 else "makeup"
        return "holiday" if day.weekday() < 5 else "normal"

    def name_of(self, day: date) -> str:
        return ""

    def workdays(self, after: date, until: date) -> int:
        return sum(self.is_workday(after + ONE_DAY * n) for n in range(1, (until - after).days + 1))

    def workday_after(self, day: date, n: int) -> date:
        idle = 0
        while n:
            day += ONE_DAY
            idle = 0 if self.is_workday(day) else idle + 1
            n -= idle == 0
            if idle > LONGEST_SEARCH:
                raise ValueError(f"The calendar has no working day before {day}")
        return day

    def has_provisional(self, after: date, until: date) -> bool:
        return any(self.is_provisional(after + ONE_DAY * n) for n in range(1, (until - after).days + 1))
