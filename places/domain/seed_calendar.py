"""Fill the national calendar: years with an official notice as published, later ones by weekday and provisional."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from places.models import CalendarDay
from places.models.calendar import DayKind

OFFICIAL_YEARS = range(2024, 2027)
PROVISIONAL_YEARS = range(2027, 2029)
NATION = ""


def seed_calendar() -> int:
    """Add the national days that are missing and return how many. Days that are there stay as they are."""
    present = set(CalendarDay.objects.filter(jurisdiction=NATION).values_list("day", flat=True))
    wanted = [*_official_days(OFFICIAL_YEARS), *_provisional_days(PROVISIONAL_YEARS)]
    missing = [day for day in wanted if day.day not in present]
    CalendarDay.objects.bulk_create(missing, batch_size=500, ignore_conflicts=True)
    return len(missing)


def _official_days(years: Iterable[int]) -> Iterator[CalendarDay]:
    # Imported here: only seeding needs it, a web process never does.
    import chinese_calendar

    for year in years:
        source = f"国务院办公厅关于{year}年部分节假日安排的通知"
        for day in _days_of(year):
            rests, name = chinese_calendar.get_holiday_detail(day)
            holiday = chinese_calendar.Holiday(name).chinese if name else ""
            kind = DayKind.NORMAL if not name else DayKind.HOLIDAY if rests else DayKind.MAKEUP
            yield CalendarDay(
                jurisdiction=NATION, day=day, is_workday=not rests, kind=kind, name=holiday, source=source
            )


def _provisional_days(years: Iterable[int]) -> Iterator[CalendarDay]:
    """The State Council has not said yet how these years' holidays fall: the weekday rule stands in for it."""
    for year in years:
        for day in _days_of(year):
            yield CalendarDay(jurisdiction=NATION, day=day, is_workday=day.weekday() < 5, is_provisional=True)


def _days_of(year: int) -> Iterator[date]:
    first = date(year, 1, 1)
    return (first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days))
