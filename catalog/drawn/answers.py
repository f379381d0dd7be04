"""Stored example values as a person would write them on paper."""

from __future__ import annotations

from datetime import date

from catalog.content import FormField

YES_NO = {"yes": "是", "no": "否"}


def written(field: FormField, value: str) -> str:
    """2026-11-30 becomes 2026年11月30日, an option key its words, yes and no 是 and 否."""
    if field.kind == "date":
        return _day(value)
    if field.kind == "yes_no":
        return YES_NO.get(value, value)
    if field.kind == "choice":
        return next((option.label for option in field.options if option.key == value), value)
    return value


def choices_of(field: FormField) -> list[str]:
    """What is ticked on paper; empty for a field that is written."""
    if field.kind == "yes_no":
        return list(YES_NO.values())
    return [option.label for option in field.options] if field.kind == "choice" else []


def _day(value: str) -> str:
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return value
    return f"{day.year}年{day.month}月{day.day}日"
