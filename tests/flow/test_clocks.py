from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from flow.clocks import Due, Term, TermUnit, add_months, consumed, due_on, remaining_workdays, workdays_between
from tests.flow.factories import CalendarOf2026, RuleCalendar

CHINA = CalendarOf2026()
SHANGHAI = ZoneInfo("Asia/Shanghai")


def due(start, n, unit=TermUnit.WORKING_DAY, pauses=()):
    return due_on(start, Term(n, unit), CHINA, pauses)


@pytest.mark.parametrize(
    ("start", "n", "pauses", "expected"),
    [
        (date(2026, 2, 13), 5, (), date(2026, 2, 27)),
        (date(2026, 2, 13), 20, (), date(2026, 3, 19)),
        (date(2026, 9, 24), 20, (), date(2026, 10, 29)),
        (date(2026, 3, 7), 5, (), date(2026, 3, 13)),
        (date(2026, 4, 30), 5, (), date(2026, 5, 11)),
        (date(2025, 12, 31), 1, (), date(2026, 1, 4)),
        (date(2026, 9, 18), 1, (), date(2026, 9, 20)),
        (date(2026, 9, 30), 1, (), date(2026, 10, 8)),
        (date(2026, 4, 1), 20, (), date(2026, 4, 30)),
        (date(2026, 4, 1), 20, ((date(2026, 4, 8), date(2026, 4, 20)),), date(2026, 5, 14)),
    ],
)
@pytest.mark.law("R10")
def test_working_days_end_where_the_official_calendar_says(start, n, pauses, expected):
    assert due(start, n, pauses=pauses) == Due(on=expected)


@pytest.mark.law("R22")
def test_the_year_2026_has_248_working_days():
    assert workdays_between(date(2025, 12, 31), date(2026, 12, 31), CHINA) == 248


@pytest.mark.law("R10")
def test_an_application_sent_at_night_counts_from_its_own_day_in_china():
    night = datetime(2026, 3, 9, 23, 30, tzinfo=SHANGHAI)
    assert due(night.astimezone(ZoneInfo("UTC")), 1).on == date(2026, 3, 10)


@pytest.mark.law("R9")
def test_natural_days_that_end_on_a_holiday_end_on_the_next_working_day():
    assert due(date(2026, 9, 1), 30, TermUnit.DAY).on == date(2026, 10, 8)


def test_natural_days_that_end_on_a_make_up_day_end_there():
    assert due(date(2026, 9, 10), 10, TermUnit.DAY).on == date(2026, 9, 20)


def test_a_pause_moves_natural_days_by_its_length():
    paused = due(date(2026, 3, 2), 10, TermUnit.DAY, [(date(2026, 3, 4), date(2026, 3, 9))])
    assert paused.on == date(2026, 3, 17)


@pytest.mark.law("R9")
def test_a_month_ends_on_the_day_of_the_same_number():
    assert due(date(2026, 3, 10), 1, TermUnit.MONTH).on == date(2026, 4, 10)


def test_a_month_without_that_day_ends_on_its_last_day_and_rolls_forward():
    assert add_months(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert add_months(date(2027, 12, 31), 2) == date(2028, 2, 29)
    assert due(date(2026, 8, 31), 1, TermUnit.MONTH).on == date(2026, 9, 30)
    assert due(date(2026, 5, 31), 1, TermUnit.MONTH).on == date(2026, 6, 30)
    assert due(date(2026, 12, 31), 2, TermUnit.MONTH).on == date(2027, 3, 1)


def test_hours_run_from_the_moment_and_over_rest_days():
    start = datetime(2026, 3, 6, 16, 0, tzinfo=SHANGHAI)
    assert due(start, 24, TermUnit.HOUR) == Due(on=date(2026, 3, 7), at=datetime(2026, 3, 7, 16, 0, tzinfo=SHANGHAI))


def test_paused_days_are_left_out_of_hours():
    start = datetime(2026, 3, 6, 16, 0, tzinfo=SHANGHAI)
    paused = due(start, 24, TermUnit.HOUR, [(date(2026, 3, 6), date(2026, 3, 8))])
    assert paused.at == datetime(2026, 3, 9, 16, 0, tzinfo=SHANGHAI)


def test_hours_need_a_moment_to_start_from():
    with pytest.raises(ValueError, match="begins with a moment"):
        due(date(2026, 3, 6), 24, TermUnit.HOUR)


def test_an_instant_item_is_due_on_the_same_day():
    assert due(date(2026, 10, 1), 0, TermUnit.INSTANT) == Due(on=date(2026, 10, 1))


@pytest.mark.parametrize("unit", [TermUnit.WORKING_DAY, TermUnit.DAY, TermUnit.MONTH])
def test_an_open_pause_leaves_the_end_unknown(unit):
    assert due(date(2026, 3, 2), 20, unit, [(date(2026, 3, 5), None)]) is None


def test_an_open_pause_leaves_hours_unknown():
    start = datetime(2026, 3, 2, 9, 0, tzinfo=SHANGHAI)
    assert due(start, 72, TermUnit.HOUR, [(date(2026, 3, 3), None)]) is None


def test_an_open_pause_that_begins_after_the_end_changes_nothing():
    assert due(date(2026, 3, 2), 2, pauses=[(date(2026, 3, 4), None)]).on == date(2026, 3, 4)


def test_a_term_that_reaches_into_an_unpublished_year_is_provisional():
    assert due(date(2026, 12, 30), 1) == Due(on=date(2026, 12, 31))
    assert due(date(2026, 12, 30), 2) == Due(on=date(2027, 1, 1), provisional=True)
    assert due(date(2026, 12, 20), 30, TermUnit.DAY).provisional


@pytest.mark.parametrize(("n", "unit"), [(0, "working_day"), (-1, "day"), (0, "month")])
def test_a_term_without_length_is_refused(n, unit):
    with pytest.raises(ValueError, match="positive"):
        Term(n, unit)


def test_a_calendar_without_working_days_is_an_error_and_not_an_endless_loop():
    with pytest.raises(ValueError, match="no working day"):
        due_on(date(2026, 1, 1), Term(1, TermUnit.WORKING_DAY), RuleCalendar(lambda day: False))


def test_a_pause_is_not_consumed():
    pauses = [(date(2026, 4, 8), date(2026, 4, 20))]
    assert consumed(date(2026, 4, 1), date(2026, 4, 8), CHINA) == 4
    assert consumed(date(2026, 4, 1), date(2026, 4, 20), CHINA, pauses) == 4


def test_remaining_working_days_become_negative_when_overdue():
    end = Due(on=date(2026, 3, 13))
    assert remaining_workdays(date(2026, 3, 11), end, CHINA) == 2
    assert remaining_workdays(date(2026, 3, 13), end, CHINA) == 0
    assert remaining_workdays(date(2026, 3, 17), end, CHINA) == -2
