"""The index counts what a walk from day to day counts."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flow.calendar import WalkedCalendar
from flow.clocks import Term, due_on
from places.calendar import DayFacts, StoredCalendar
from places.models.calendar import DayKind
from places.workdays import WorkdayIndex

days = st.dates(date(2026, 1, 1), date(2026, 6, 30))
around = st.dates(date(2025, 6, 1), date(2026, 12, 31))
# A stretch of days; 4 leaves one of them unknown, the others are worked or not, provisional or not.
known = st.builds(
    lambda first, told: {
        first + timedelta(days=n): (bool(each & 1), bool(each & 2)) for n, each in enumerate(told) if each < 4
    },
    days,
    st.lists(st.integers(0, 4), max_size=40),
)


class Walked(WalkedCalendar):
    """What is known, and the weekday rule where nothing is."""

    def __init__(self, told):
        self.told = told

    def is_workday(self, day):
        return self.told[day][0] if day in self.told else day.weekday() < 5

    def is_provisional(self, day):
        return self.told[day][1] if day in self.told else True


def stored(told):
    facts = {day: DayFacts(works, open_, DayKind.NORMAL, "", "") for day, (works, open_) in told.items()}
    return StoredCalendar("", facts)


@given(known, around, around)
def test_working_days_in_a_span(told, after, until):
    assert WorkdayIndex(told).workdays(after, until) == Walked(told).workdays(after, until)


@given(known, around, st.integers(1, 300))
def test_the_nth_working_day(told, day, n):
    assert WorkdayIndex(told).workday_after(day, n) == Walked(told).workday_after(day, n)


@given(known, around, st.integers(-5, 120))
def test_whether_a_span_is_provisional(told, after, length):
    until = after + timedelta(days=length)
    assert WorkdayIndex(told).has_provisional(after, until) == Walked(told).has_provisional(after, until)


@given(
    known,
    around,
    st.integers(1, 80),
    st.sampled_from(["working_day", "day", "month"]),
    st.lists(st.tuples(around, st.one_of(st.none(), around)), max_size=3),
)
def test_a_term_ends_on_the_same_day_by_either(told, start, n, unit, pauses):
    assert due_on(start, Term(n, unit), stored(told), pauses) == due_on(start, Term(n, unit), Walked(told), pauses)


def test_nothing_known_is_the_weekday_rule():
    index = WorkdayIndex({})
    assert index.workday_after(date(2026, 2, 13), 1) == date(2026, 2, 16)
    assert index.workdays(date(2026, 1, 31), date(2026, 2, 28)) == 20
    assert index.has_provisional(date(2026, 1, 1), date(2026, 1, 2))


def test_the_end_of_all_dates_is_an_error():
    with pytest.raises((OverflowError, ValueError)):
        WorkdayIndex({}).workday_after(date(9999, 12, 1), 100)
