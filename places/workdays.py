"""Counting working days without walking: a sorted list of them, and arithmetic where nothing is known."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from datetime import date

SATURDAY = 5
WEEK, WORKED_A_WEEK = 7, 5


def follows_weekday(day: date) -> bool:
    """The rule that stands in for a notice: Monday to Friday are worked."""
    return day.weekday() < SATURDAY


class WorkdayIndex:
    """The working days of a calendar as ordinals. `known` maps days to (is worked, is provisional).

    Between the first and the last known day the list answers, outside of it the weekday rule; what is not known is
    provisional.
    """

    def __init__(self, known: Mapping[date, tuple[bool, bool]]) -> None:
        ordinals = [day.toordinal() for day in known]
        self.first, self.last = (min(ordinals), max(ordinals)) if ordinals else (1, 0)
        span = [date.fromordinal(ordinal) for ordinal in range(self.first, self.last + 1)]
        self.worked = [day.toordinal() for day in span if (known[day][0] if day in known else follows_weekday(day))]
        self.open = [day.toordinal() for day in span if day not in known or known[day][1]]
        self.before = _weekdays_until(self.first - 1)
        self.after = _weekdays_until(self.last)

    def workdays(self, after: date, until: date) -> int:
        """Working days in (after, until]; 0 when `until` is not later."""
        return max(self._until(until.toordinal()) - self._until(after.toordinal()), 0)

    def workday_after(self, day: date, n: int) -> date:
        """The `n`-th working day after `day`. Raises OverflowError beyond the year 9999."""
        wanted = self._until(day.toordinal()) + n
        inside = wanted - self.before
        if inside <= 0:
            return date.fromordinal(_nth_weekday(wanted))
        if inside <= len(self.worked):
            return date.fromordinal(self.worked[inside - 1])
        return date.fromordinal(_nth_weekday(self.after + inside - len(self.worked)))

    def has_provisional(self, after: date, until: date) -> bool:
        """Whether a day in (after, until] is provisional."""
        begin, end = after.toordinal() + 1, until.toordinal()
        if begin > end:
            return False
        if begin < self.first or end > self.last:
            return True
        return bisect_left(self.open, begin) < bisect_right(self.open, end)

    def _until(self, ordinal: int) -> int:
        """Working days from the year 1 up to and with the day."""
        if ordinal < self.first:
            return _weekdays_until(ordinal)
        if ordinal > self.last:
            return self.before + len(self.worked) + _weekdays_until(ordinal) - self.after
        return self.before + bisect_right(self.worked, ordinal)


def _weekdays_until(ordinal: int) -> int:
    """Mondays to Fridays among the days 1 to `ordinal`; day 1 was a Monday."""
    weeks, rest = divmod(ordinal, WEEK)
    return weeks * WORKED_A_WEEK + min(rest, WORKED_A_WEEK)


def _nth_weekday(n: int) -> int:
    """The ordinal of the `n`-th Monday to Friday."""
    weeks, rest = divmod(n - 1, WORKED_A_WEEK)
    return weeks * WEEK + rest + 1
