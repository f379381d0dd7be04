import subprocess
import sys
from datetime import UTC, date, datetime

import pytest

from accounts.actors import SYSTEM
from core.models import AuditEntry
from places.calendar import calendar_for, load_calendar
from places.domain.change_calendar_day import change_calendar_day
from places.domain.seed_calendar import seed_calendar
from places.models import CalendarDay
from places.models.calendar import DayKind
from tests.places.factories import make_county, make_town, make_unit

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


def change(day, is_workday, *, jurisdiction="", kind=DayKind.EMERGENCY):
    return change_calendar_day(
        jurisdiction=jurisdiction,
        day=day,
        is_workday=is_workday,
        kind=kind,
        name="暴雪",
        source="云政〔2026〕3号",
        is_provisional=False,
        actor=SYSTEM,
        now=NOW,
    )


def test_the_calendar_is_there_after_migrate():
    assert CalendarDay.objects.filter(jurisdiction="", day__year=2026, is_workday=True).count() == 248
    assert seed_calendar() == 0


def test_make_up_days_are_working_days_and_official():
    nation = load_calendar(jurisdiction="")
    assert nation.is_workday(date(2026, 1, 4))
    assert not nation.is_workday(date(2026, 2, 16))
    assert not nation.is_provisional(date(2026, 2, 16))
    day = CalendarDay.objects.get(jurisdiction="", day=date(2026, 2, 14))
    assert (day.kind, day.name) == (DayKind.MAKEUP, "春节")


def test_years_without_a_notice_follow_the_weekday_and_are_provisional():
    nation = load_calendar(jurisdiction="")
    for year in (2027, 2035):
        assert nation.is_provisional(date(year, 3, 1))
        assert nation.is_workday(date(year, 3, 1)) == (date(year, 3, 1).weekday() < 5)


def test_the_longest_layer_wins_and_holds_for_what_lies_in_it():
    closed = date(2026, 11, 24)
    change(closed, False, jurisdiction="990100")
    change(date(2026, 11, 25), False, jurisdiction="99")
    change(date(2026, 11, 25), True, jurisdiction="990100003", kind=DayKind.NORMAL)
    assert load_calendar(jurisdiction="").is_workday(closed)
    assert load_calendar(jurisdiction="880100").is_workday(closed)
    assert not load_calendar(jurisdiction="990100").is_workday(closed)
    assert not load_calendar(jurisdiction="990100003").is_workday(closed)
    assert not load_calendar(jurisdiction="990100").is_workday(date(2026, 11, 25))
    assert load_calendar(jurisdiction="990100003").is_workday(date(2026, 11, 25))


def test_a_change_is_seen_at_once_however_it_was_made():
    day = date(2026, 11, 24)
    assert load_calendar(jurisdiction="").is_workday(day)
    change(day, False)
    assert not load_calendar(jurisdiction="").is_workday(day)
    row = CalendarDay.objects.get(jurisdiction="", day=day)
    row.is_workday = True
    row.save(update_fields=["is_workday", "changed_at"])
    assert load_calendar(jurisdiction="").is_workday(day)
    row.delete()
    assert load_calendar(jurisdiction="").is_provisional(day)


def test_an_unchanged_calendar_costs_one_query(django_assert_num_queries):
    load_calendar(jurisdiction="990100")
    with django_assert_num_queries(1):
        load_calendar(jurisdiction="990100")


def test_a_unit_works_by_the_calendar_of_its_region():
    town = make_town(make_county())
    change(date(2026, 11, 24), False, jurisdiction=town.code)
    assert not calendar_for(make_unit(town)).is_workday(date(2026, 11, 24))


def test_a_changed_day_is_audited_with_what_it_was_before():
    change(date(2026, 11, 24), False)
    entry = AuditEntry.objects.get(action="calendar.change")
    assert entry.data["day"] == "2026-11-24"
    assert (entry.data["was_workday"], entry.data["is_workday"]) == (True, False)


def test_seeding_leaves_a_kept_day_alone():
    day = date(2026, 11, 24)
    change(day, False)
    CalendarDay.objects.filter(day=date(2026, 11, 25)).delete()
    assert seed_calendar() == 1
    assert not CalendarDay.objects.get(jurisdiction="", day=day).is_workday


def test_a_web_process_does_not_load_the_seed_library():
    code = (
        "import sys, django; django.setup(); import places.calendar, places.receivers; "
        "sys.exit('chinese_calendar' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
