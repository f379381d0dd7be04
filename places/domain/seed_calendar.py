"""Fill the national calendar: years with an official notice as published, later ones by weekday and provisional."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import chain

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from core.domain.audit import append_audit
from places.models import CalendarDay
from places.models.calendar import DayKind
from places.planned_days import days_of
from places.workdays import follows_weekday

from .edition import renew_edition

OFFICIAL_YEARS = range(2004, 2027)
PROVISIONAL_YEARS = range(2027, 2029)
YEARS_AHEAD = 2
NATION = ""


@transaction.atomic
def seed_calendar() -> int:
    """Add the national days that are missing and return how many. Days that are there stay as they are."""
    return _add_missing(chain(_official_days(OFFICIAL_YEARS), _provisional_days(PROVISIONAL_YEARS)))


def extend_calendar(*, now: datetime, dry_run: bool = False) -> Iterator[str]:
    """Periodic work: two whole years ahead of this one are in the calendar, provisional where nobody has said yet.

    May run twice or late; what is there stays. A line for people for each year that was added.
    """
    this_year = timezone.localdate(now).year
    for year in range(this_year, this_year + YEARS_AHEAD + 1):
        if missing := len(list(days_of(year))) - _kept_days().filter(day__year=year).count():
            yield f"calendar {year}: {missing} provisional days"
            if not dry_run:
                _extend(year, now)


@transaction.atomic
def _extend(year: int, now: datetime) -> None:
    if added := _add_missing(_provisional_days([year])):
        data = {"year": year, "days": added}
        append_audit(action="calendar.extend", user_id=None, user_name="系统", subject=None, data=data, now=now)


def _kept_days() -> QuerySet[CalendarDay]:
    return CalendarDay.objects.filter(jurisdiction=NATION).exclude(kind=DayKind.EMERGENCY)


def _add_missing(wanted: Iterable[CalendarDay]) -> int:
    present = set(_kept_days().values_list("day", flat=True))
    missing = [row for row in wanted if row.day not in present]
    CalendarDay.objects.bulk_create(missing, batch_size=500, ignore_conflicts=True)
    if missing:
        renew_edition()
    return len(missing)


def _official_days(years: Iterable[int]) -> Iterator[CalendarDay]:
    # Imported here: only seeding needs it, a web process never does.
    import chinese_calendar

    for year in years:
        source = f"国务院办公厅关于{year}年部分节假日安排的通知"
        for day in days_of(year):
            rests, name = chinese_calendar.get_holiday_detail(day)
            holiday = chinese_calendar.Holiday(name).chinese if name else ""
            kind = DayKind.NORMAL if not name else DayKind.HOLIDAY if rests else DayKind.MAKEUP
            yield CalendarDay(
                jurisdiction=NATION, day=day, is_workday=not rests, kind=kind, name=holiday, source=source
            )


def _provisional_days(years: Iterable[int]) -> Iterator[CalendarDay]:
    """The State Council has not said yet how these years' holidays fall: the weekday rule stands in for it."""
    for year in years:
        for day in days_of(year):
            yield CalendarDay(jurisdiction=NATION, day=day, is_workday=follows_weekday(day), is_provisional=True)
