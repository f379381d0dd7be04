"""Dates and lengths of time as Chinese readers expect them: 2026年11月30日(周一), 5 个工作日."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime

from django.utils import timezone

_TYPED_DAY = re.compile(r"(\d{4})([-/.年]?)(\d{1,2})([-/.月]?)(\d{1,2})日?")
WEEKDAYS = "一二三四五六日"
UNITS = {"working_day": "个工作日", "day": "天", "month": "个月", "hour": "小时"}


def format_day(day: date | datetime | None) -> str:
    if day is None:
        return ""
    if isinstance(day, datetime):
        day = timezone.localdate(day) if timezone.is_aware(day) else day.date()
    return f"{plain_day(day)}(周{WEEKDAYS[day.weekday()]})"


def plain_day(day: date, *, year: int | None = None) -> str:
    """As on papers, without the weekday: 2026年11月30日; in a drawing of that `year` only 11月30日."""
    return f"{day.month}月{day.day}日" if day.year == year else f"{day.year}年{day.month}月{day.day}日"


def read_day(text: str) -> date | None:
    """The day somebody typed, as 2026-11-30, 2026/11/30, 20261130 or 2026年11月30日; None when it is none."""
    match = _TYPED_DAY.fullmatch(unicodedata.normalize("NFKC", text).replace(" ", ""))
    if match is None or (not match[2] and len(match[3] + match[5]) != 4):
        return None
    try:
        return date(int(match[1]), int(match[3]), int(match[5]))
    except ValueError:
        return None


def format_moment(moment: datetime | None) -> str:
    if moment is None:
        return ""
    local = timezone.localtime(moment)
    return f"{format_day(local)} {local:%H:%M}"


def format_limit(n: int, unit: str) -> str:
    """5 个工作日; 当场办结 for terms that end at once."""
    return "当场办结" if unit == "instant" else f"{n} {UNITS[unit]}"
