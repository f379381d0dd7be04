"""What must hold for every term, whatever the calendar and the pauses look like."""

from datetime import date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from flow.account import DayState, account
from flow.clocks import Term, TermUnit, consumed, due_on, is_overdue, remaining_workdays, workdays_between
from flow.pauses import is_paused, merged
from flow.standing import standing
from tests.flow.factories import CalendarOf2026, RuleCalendar
from tests.flow.walking import walked_due

SHANGHAI = ZoneInfo("Asia/Shanghai")
days = st.dates(date(2025, 12, 1), date(2027, 2, 1))
moments = st.builds(
    lambda day, minute: datetime.combine(day, time(minute // 60, minute % 60), tzinfo=SHANGHAI),
    days,
    st.integers(0, 1439),
)
dated_units = st.sampled_from([TermUnit.WORKING_DAY, TermUnit.DAY, TermUnit.MONTH])
lengths = st.integers(1, 60)
# Calendars in which at least every tenth day is worked.
calendars = st.one_of(
    st.just(CalendarOf2026()),
    st.sets(st.integers(0, 9), min_size=1).map(lambda kept: RuleCalendar(lambda day: day.toordinal() % 10 in kept)),
)


@st.composite
def closed_pauses(draw, most=4):
    """Pauses in any order; they may overlap, touch, be empty or lie before the term."""
    begins = draw(st.lists(days, max_size=most))
    return [(begin, begin + timedelta(days=draw(st.integers(0, 40)))) for begin in begins]


@st.composite
def pauses(draw):
    """As above, sometimes with one that has no end."""
    closed = draw(closed_pauses())
    return [*closed, (draw(days), None)] if draw(st.booleans()) else closed


terms = st.one_of(
    st.builds(lambda start, n, unit: (start, Term(n, unit)), days, lengths, dated_units),
    st.builds(lambda start, n: (start, Term(n, TermUnit.HOUR)), moments, st.integers(1, 400)),
    st.builds(lambda start: (start, Term(0, TermUnit.INSTANT)), days),
)


@given(terms, calendars, pauses())
def test_the_quick_count_is_the_count_day_by_day(asked, calendar, stops):
    start, term = asked
    assert due_on(start, term, calendar, stops) == walked_due(start, term, calendar, stops)


@given(days, lengths, dated_units, calendars, closed_pauses())
def test_a_longer_term_never_ends_earlier(start, n, unit, calendar, stops):
    assert due_on(start, Term(n, unit), calendar, stops).on <= due_on(start, Term(n + 1, unit), calendar, stops).on


@given(moments, st.integers(1, 400), closed_pauses())
def test_more_hours_never_end_earlier(start, n, stops):
    calendar = CalendarOf2026()
    ends = [due_on(start, Term(hours, TermUnit.HOUR), calendar, stops).at for hours in (n, n + 1)]
    assert ends[0] < ends[1]


@given(terms, calendars, pauses(), st.randoms())
def test_the_order_of_the_pauses_makes_no_difference(asked, calendar, stops, random):
    start, term = asked
    shuffled = [*stops, *stops[:1]]  # one of them told twice
    random.shuffle(shuffled)
    assert due_on(start, term, calendar, shuffled) == due_on(start, term, calendar, stops)


@given(days, lengths, dated_units, calendars, days, st.lists(st.integers(0, 20), min_size=1, max_size=4), st.randoms())
def test_pauses_that_begin_at_the_same_time_may_be_told_in_any_order(start, n, unit, calendar, begin, spans, random):
    stops = [(begin, begin + timedelta(days=span)) for span in spans]
    told = random.sample(stops, len(stops))
    longest = [(begin, begin + timedelta(days=max(spans)))]
    assert due_on(start, Term(n, unit), calendar, told) == due_on(start, Term(n, unit), calendar, longest)


@given(terms, calendars, pauses())
def test_reckoning_twice_changes_nothing(asked, calendar, stops):
    start, term = asked
    before = list(stops)
    assert due_on(start, term, calendar, stops) == due_on(start, term, calendar, stops)
    assert stops == before


@given(days, lengths, dated_units, calendars, closed_pauses(), days, st.integers(0, 40))
def test_a_further_pause_never_brings_the_end_forward(start, n, unit, calendar, stops, begin, span):
    more = [*stops, (begin, begin + timedelta(days=span))]
    assert due_on(start, Term(n, unit), calendar, more).on >= due_on(start, Term(n, unit), calendar, stops).on


@given(moments, st.integers(1, 400), closed_pauses(), days, st.integers(0, 40))
def test_a_further_pause_never_brings_hours_forward(start, n, stops, begin, span):
    more = [*stops, (begin, begin + timedelta(days=span))]
    term, calendar = Term(n, TermUnit.HOUR), CalendarOf2026()
    assert due_on(start, term, calendar, more).at >= due_on(start, term, calendar, stops).at


@given(days, lengths, dated_units, calendars, closed_pauses())
def test_every_term_ends_on_a_working_day_after_its_start_and_in_no_pause(start, n, unit, calendar, stops):
    end = due_on(start, Term(n, unit), calendar, stops).on
    assert calendar.is_workday(end)
    assert end > start
    assert not is_paused(end, stops)


@given(days, lengths, calendars, closed_pauses())
def test_a_term_in_working_days_has_consumed_exactly_its_length_at_its_end(start, n, calendar, stops):
    end = due_on(start, Term(n, TermUnit.WORKING_DAY), calendar, stops).on
    assert consumed(start, end, calendar, stops) == n
    assert consumed(start, end - timedelta(days=1), calendar, stops) == n - 1


@given(days, days, calendars, pauses())
def test_working_days_between_two_days_are_those_that_are_worked_and_not_paused(after, until, calendar, stops):
    span = [after + timedelta(days=n) for n in range(1, (until - after).days + 1)]
    assert workdays_between(after, until, calendar, stops) == sum(
        calendar.is_workday(day) and not is_paused(day, stops) for day in span
    )


@given(days, lengths, calendars, closed_pauses(), st.integers(0, 10_000))
def test_used_and_remaining_working_days_make_the_term(start, n, calendar, stops, later):
    due = due_on(start, Term(n, TermUnit.WORKING_DAY), calendar, stops)
    today = start + timedelta(days=later % ((due.on - start).days + 1))
    assert consumed(start, today, calendar, stops) + remaining_workdays(today, due, calendar, stops) == n


@given(terms, calendars, pauses(), moments)
def test_a_standing_never_loses_a_day(asked, calendar, stops, now):
    start, term = asked
    found = standing(start, term, now, calendar, stops)
    length = 0 if term.unit == TermUnit.INSTANT else term.n
    if term.unit != TermUnit.MONTH and not found.is_overdue:
        assert found.used + found.left == length
    assert found.is_overdue == (found.left < 0 or (found.due is not None and is_overdue(now, found.due)))
    assert found.used >= 0


@given(terms, calendars, pauses())
def test_the_account_ends_where_the_term_ends_and_numbers_every_counted_day(asked, calendar, stops):
    start, term = asked
    due, told = due_on(start, term, calendar, stops), list(account(start, term, calendar, stops))
    if term.unit == TermUnit.INSTANT:
        assert told == []
        return
    assert all(later.day - earlier.day == timedelta(days=1) for earlier, later in pairwise(told))
    assert [day.state == DayState.ENDLESS for day in told] == [False] * (len(told) - 1) + [due is None]
    numbers = [day.number for day in told if day.number]
    assert numbers == list(range(1, len(numbers) + 1))
    if due is None:
        return
    assert due.provisional == any(day.provisional for day in told)
    if term.unit == TermUnit.HOUR:
        assert sum((day.hours for day in told if day.hours), timedelta()) == timedelta(hours=term.n)
        return
    assert told[-1].day == due.on
    if term.unit != TermUnit.MONTH:
        assert numbers[-1] == term.n


@given(pauses())
def test_merged_pauses_take_out_the_same_days_in_order(stops):
    whole = merged(stops)
    for day in (date(2025, 11, 1) + timedelta(days=n) for n in range(600)):
        assert is_paused(day, whole) == is_paused(day, stops)
    assert all(a[1] is not None and a[1] < b[0] for a, b in pairwise(whole))
