import subprocess
import sys
from datetime import UTC, date, datetime

import pytest
from django.db import transaction

from core.models import AuditEntry
from places.calendar import Calendars, calendar_for, load_calendar
from places.domain.seed_calendar import extend_calendar, seed_calendar
from places.models import CalendarDay
from places.models.calendar import DayKind
from places.planned_days import PlannedDay, ordinary
from tests.places.factories import change_days, emergency, holiday, make_county, make_town, make_unit

pytestmark = pytest.mark.django_db
SNOW = date(2026, 11, 24)


@pytest.fixture
def county():
    return make_county()


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


def test_the_longest_layer_wins_and_holds_for_what_lies_in_it(county):
    make_town(county)
    change_days(holiday(SNOW), jurisdiction="990100")
    change_days(holiday(date(2026, 11, 25)), jurisdiction="99")
    change_days(ordinary(date(2026, 11, 25)), jurisdiction="990100003")
    assert load_calendar(jurisdiction="").is_workday(SNOW)
    assert load_calendar(jurisdiction="880100").is_workday(SNOW)
    assert not load_calendar(jurisdiction="990100").is_workday(SNOW)
    assert not load_calendar(jurisdiction="990100003").is_workday(SNOW)
    assert not load_calendar(jurisdiction="990100").is_workday(date(2026, 11, 25))
    assert load_calendar(jurisdiction="990100003").is_workday(date(2026, 11, 25))


def test_an_emergency_closing_lies_over_every_layer_and_leaves_what_is_below(county):
    change_days(PlannedDay(date(2026, 11, 28), DayKind.MAKEUP, True, "县庆"), jurisdiction="990100")
    change_days(emergency(date(2026, 11, 28)), jurisdiction="99")
    closed = load_calendar(jurisdiction="990100")
    assert (closed.kind_of(date(2026, 11, 28)), closed.name_of(date(2026, 11, 28))) == (DayKind.EMERGENCY, "暴雪")
    change_days(
        PlannedDay(date(2026, 11, 28), DayKind.EMERGENCY, False, removes=True), jurisdiction="99", reason="雪停"
    )
    assert load_calendar(jurisdiction="990100").is_workday(date(2026, 11, 28))


def test_taking_a_local_day_away_brings_the_layer_above_back(county):
    change_days(holiday(SNOW, "县庆"), jurisdiction="990100")
    change_days(PlannedDay(SNOW, DayKind.NORMAL, True, removes=True), jurisdiction="990100", reason="不放")
    assert load_calendar(jurisdiction="990100").is_workday(SNOW)
    assert not CalendarDay.objects.filter(jurisdiction="990100").exists()


def test_a_change_is_seen_at_once_however_it_was_made():
    assert load_calendar(jurisdiction="").is_workday(SNOW)
    change_days(holiday(SNOW))
    assert not load_calendar(jurisdiction="").is_workday(SNOW)
    row = CalendarDay.objects.get(jurisdiction="", day=SNOW)
    row.is_workday = True
    row.save(update_fields=["is_workday"])
    assert load_calendar(jurisdiction="").is_workday(SNOW)
    row.delete()
    assert load_calendar(jurisdiction="").is_provisional(SNOW)


def test_a_change_that_was_rolled_back_is_not_remembered():
    class Never(Exception):
        pass

    with pytest.raises(Never), transaction.atomic():
        change_days(holiday(SNOW))
        assert not load_calendar(jurisdiction="").is_workday(SNOW)
        raise Never
    assert load_calendar(jurisdiction="").is_workday(SNOW)
    change_days(holiday(date(2026, 11, 25)))
    assert load_calendar(jurisdiction="").is_workday(SNOW)
    assert not load_calendar(jurisdiction="").is_workday(date(2026, 11, 25))


def test_an_unchanged_calendar_costs_one_query(django_assert_num_queries):
    load_calendar(jurisdiction="990100")
    with django_assert_num_queries(1):
        load_calendar(jurisdiction="990100")


def test_many_units_are_asked_about_under_one_query(county, django_assert_num_queries):
    towns = [make_town(county, code=f"99010000{n}", name=f"第{n}镇") for n in range(5)]
    load_calendar(jurisdiction="")
    with django_assert_num_queries(1):
        calendars = Calendars()
        found = {id(calendars.of(town.code)) for town in towns}
    assert len(found) == 1  # no town has days of its own


def test_a_unit_works_by_the_calendar_of_its_region(county):
    town = make_town(county)
    change_days(emergency(SNOW), jurisdiction=town.code)
    assert not calendar_for(make_unit(town)).is_workday(SNOW)


def test_seeding_leaves_a_kept_day_alone():
    change_days(holiday(SNOW))
    CalendarDay.objects.filter(day=date(2026, 11, 25)).delete()
    assert seed_calendar() == 1
    assert not CalendarDay.objects.get(jurisdiction="", day=SNOW).is_workday


def test_there_are_always_two_years_ahead():
    new_year = datetime(2026, 12, 31, 16, 0, tzinfo=UTC)  # midnight in China
    assert list(extend_calendar(now=datetime(2026, 12, 31, 15, 59, tzinfo=UTC))) == []
    assert list(extend_calendar(now=new_year, dry_run=True)) == ["calendar 2029: 365 provisional days"]
    assert not CalendarDay.objects.filter(day__year=2029).exists()
    assert len(list(extend_calendar(now=new_year))) == 1
    assert list(extend_calendar(now=new_year)) == []
    assert CalendarDay.objects.filter(day__year=2029, is_provisional=True, is_workday=True).count() == 261
    assert AuditEntry.objects.get(action="calendar.extend").data == {"year": 2029, "days": 365}


def test_years_are_extended_around_an_emergency_closing(county):
    change_days(emergency(date(2029, 1, 4)), jurisdiction="")
    assert len(list(extend_calendar(now=datetime(2027, 1, 5, tzinfo=UTC)))) == 1
    nation = load_calendar(jurisdiction="")
    assert not nation.is_workday(date(2029, 1, 4))
    assert CalendarDay.objects.filter(day=date(2029, 1, 4)).count() == 2


def test_past_years_are_as_they_were_published():
    nation = load_calendar(jurisdiction="")
    assert not nation.is_provisional(date(2005, 10, 3))
    assert nation.name_of(date(2005, 10, 3)) == "国庆节"
    assert nation.is_provisional(date(2003, 12, 31))


def test_a_web_process_does_not_load_the_seed_library():
    code = (
        "import sys, django; django.setup(); import places.calendar, places.receivers; "
        "sys.exit('chinese_calendar' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
