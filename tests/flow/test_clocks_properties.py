"""What must hold for every term, whatever the calendar looks like."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from flow.clocks import Term, TermUnit, consumed, due_on
from tests.flow.factories import CalendarOf2026, RuleCalendar

days = st.dates(date(2025, 12, 1), date(2026, 12, 1))
units = st.sampled_from([TermUnit.WORKING_DAY, TermUnit.DAY, TermUnit.MONTH])
lengths = st.integers(1, 60)
# Calendars in which at least every tenth day is worked.
calendars = st.one_of(
    st.just(CalendarOf2026()),
    st.sets(st.integers(0, 9), min_size=1).map(lambda kept: RuleCalendar(lambda day: day.toordinal() % 10 in kept)),
)


@st.composite
def pauses(draw):
    begins = draw(st.lists(days, max_size=3))
    return [(begin, begin + timedelta(days=draw(st.integers(0, 40)))) for begin in begins]


@given(days, lengths, units, calendars, pauses())
def test_a_longer_term_never_ends_earlier(start, n, unit, calendar, stops):
    assert due_on(start, Term(n, unit), calendar, stops).on <= due_on(start, Term(n + 1, unit), calendar, stops).on


@given(days, lengths, units, calendars, pauses())
def test_a_pause_never_brings_the_end_forward(start, n, unit, calendar, stops):
    assert due_on(start, Term(n, unit), calendar, stops).on >= due_on(start, Term(n, unit), calendar).on


@given(days, lengths, units, calendars, pauses())
def test_every_term_ends_on_a_working_day_after_its_start(start, n, unit, calendar, stops):
    end = due_on(start, Term(n, unit), calendar, stops).on
    assert calendar.is_workday(end)
    assert end > start


@given(days, lengths, calendars, pauses())
def test_a_term_in_working_days_has_consumed_exactly_its_length_at_its_end(start, n, calendar, stops):
    end = due_on(start, Term(n, TermUnit.WORKING_DAY), calendar, stops).on
    assert consumed(start, end, calendar, stops) == n
    assert consumed(start, end - timedelta(days=1), calendar, stops) == n - 1
