from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from cases.domain.recompute import ask_recomputation
from core.text import format_day


def recompute_when_days_changed(sender: Any, *, days: Sequence[date], now: datetime, **kwargs: Any) -> None:
    """Asked for inside the transaction of the change: it happens if and only if the change does."""
    note = f"{format_day(days[0])}—{format_day(days[-1])}" if days else ""
    ask_recomputation(note=note, now=now)
