"""A fresh database gets the national calendar with `migrate`, so that clocks run from the first day."""

from typing import Any

from .domain.edition import renew_edition
from .domain.seed_calendar import seed_calendar
from .models import CalendarDay


def seed_empty_calendar(using: str, plan: Any = (), **kwargs: Any) -> None:
    """After `migrate`: seed once. A calendar that somebody has already kept is left alone."""
    if using == "default" and not CalendarDay.objects.exists():
        seed_calendar()


def follow_day(sender: Any, raw: bool = False, **kwargs: Any) -> None:
    """A day saved or deleted by itself, in a shell or a test, is seen as well."""
    if not raw:
        renew_edition()
