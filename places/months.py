"""Months as tables of days, Monday first, for every picture of the calendar."""

from __future__ import annotations

from calendar import MONDAY, Calendar
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

Cell = TypeVar("Cell")


@dataclass(frozen=True)
class Month(Generic[Cell]):
    """`weeks` hold seven cells each, None for the days of the neighbouring months."""

    year: int
    month: int
    weeks: list[list[Cell | None]]

    @property
    def title(self) -> str:
        return f"{self.year}年{self.month}月"

    @property
    def cells(self) -> Iterator[Cell]:
        return (cell for week in self.weeks for cell in week if cell is not None)


def month_of(year: int, month: int, cell: Callable[[date], Cell]) -> Month[Cell]:
    weeks = Calendar(firstweekday=MONDAY).monthdatescalendar(year, month)
    return Month(year, month, [[cell(day) if day.month == month else None for day in week] for week in weeks])


def months_between(first: date, last: date) -> Iterator[tuple[int, int]]:
    """(year, month) of every month from that of `first` to that of `last`."""
    at = first.year * 12 + first.month - 1
    while at <= last.year * 12 + last.month - 1:
        yield at // 12, at % 12 + 1
        at += 1
