"""Papers that name a last day say 暂定 where no official notice covers it yet (domain.md §6)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from flow.calendar import WorkCalendar
from papers.catalogue.shapes import LAST_DAYS


def names_last_day(data: Mapping[str, Any]) -> bool:
    return any(data.get(key) for key in LAST_DAYS)


def mark_provisional(data: dict[str, Any], calendar: WorkCalendar) -> dict[str, Any]:
    """`data` with the mark where the latest of its last days may still move."""
    days = [date.fromisoformat(str(data[key])) for key in LAST_DAYS if data.get(key)]
    return {**data, "due_provisional": True} if days and calendar.is_provisional(max(days)) else data
