"""Case numbers (domain.md §2.2): a short one for people, a long one for exchange."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from cases.models import Case
from flow.numbers import Draw, case_number, case_series, exchange_number, exchange_series, next_in_series


def number_case(case: Case, *, now: datetime, draw: Draw = next_in_series) -> None:
    """Set `2026-0001234` and 实施编码 + YYYYMMDD + daily serial. Call inside the transaction; the caller saves."""
    day = timezone.localdate(now)
    task_code = case.version.facts.task_code
    case.number = case_number(day.year, draw(series=case_series(day.year)))
    case.exchange_number = exchange_number(task_code, day, draw(series=exchange_series(task_code, day)))
