"""What a clock needs to know of the legal calendar; `places` has the stored one, tests bring their own."""

from datetime import date
from typing import Protocol


class WorkCalendar(Protocol):
    """The working days of one jurisdiction (全国年节及纪念日放假办法)."""

    def is_workday(self, day: date) -> bool:
        """Whether offices work on `day`: make-up days yes, public holidays and rest days no."""

    def is_provisional(self, day: date) -> bool:
        """Whether no official notice covers `day` yet; a date that rests on it is shown as 暂定."""
