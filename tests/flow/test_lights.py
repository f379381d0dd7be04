from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from flow.clocks import Due
from flow.lights import DEFAULT_RULE, Light, LightRule, light
from tests.flow.factories import CalendarOf2026

SHANGHAI = ZoneInfo("Asia/Shanghai")
START = datetime(2026, 3, 2, 10, 0, tzinfo=SHANGHAI)
TEN_WORKING_DAYS = Due(on=date(2026, 3, 16))


def light_on(day: int, *, hour=12, due=TEN_WORKING_DAYS, rule=DEFAULT_RULE):
    now = datetime(2026, 3, day, hour, 0, tzinfo=SHANGHAI)
    return light(now=now, start=START, due=due, calendar=CalendarOf2026(), rule=rule)


@pytest.mark.parametrize(
    ("day", "expected"),
    [(2, Light.GREEN), (11, Light.GREEN), (12, Light.YELLOW), (16, Light.YELLOW), (17, Light.RED)],
)
def test_a_clock_turns_yellow_at_four_fifths_and_red_when_over(day, expected):
    assert light_on(day) == expected


def test_the_day_itself_belongs_to_the_term_until_midnight():
    assert light_on(16, hour=23) == Light.YELLOW


def test_one_working_day_left_is_yellow_whatever_the_ratio():
    rule = LightRule(yellow_at_ratio=1.0, yellow_at_days=1)
    assert light_on(12, rule=rule) == Light.GREEN
    assert light_on(13, rule=rule) == Light.YELLOW


def test_a_clock_without_a_known_end_is_green():
    assert light_on(30, due=None) == Light.GREEN


def test_a_term_in_hours_is_red_after_its_moment():
    due = Due(on=date(2026, 3, 3), at=START + timedelta(hours=24))
    assert light_on(2, hour=20, due=due) == Light.GREEN
    assert light_on(3, hour=9, due=due) == Light.YELLOW
    assert light_on(3, hour=11, due=due) == Light.RED
