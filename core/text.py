"""Dates and lengths of time as Chinese readers expect them: 2026年11月30日(周一), 5 个工作日."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

WEEKDAYS = "一二三四五六日"
UNITS = {"working_day": "个工作日", "day": "天", "month": "个月", "hour": "小时"}


def format_day(day: date | datetime | None) -> str:
    if day is None:
        return ""
    if isinstance(day, datetime):
        day = timezone.localdate(day) if timezone.is_aware(day) else day.date()
    return f"{plain_day(day)}(周{WEEKDAYS[day.weekday()]})"


def plain_day(day: date) -> str:
    """As on papers, without the weekday: 2026年11月30日."""
    return f"{day.year}年{day.month}月{day.day}日"


def format_moment(moment: datetime | None) -> str:
    if moment is None:
        return ""
    local = timezone.localtime(moment)
    return f"{format_day(local)} {local:%H:%M}"


def format_limit(n: int, unit: str) -> str:
    """5 个工作日; 当场办结 for terms that end at once."""
    return "当场办结" if unit == "instant" else f"{n} {UNITS[unit]}"
