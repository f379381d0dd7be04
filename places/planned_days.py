"""What somebody wants a day to be, before it is in the calendar: from a form or a file, checked by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from core.text import format_day

from .models.calendar import DayKind
from .workdays import follows_weekday

FIRST_YEAR, LAST_YEAR = 2000, 2100
MOST_DAYS = 1500
LONGEST_NAME, LONGEST_SOURCE = 40, 200
RESTING = (DayKind.HOLIDAY, DayKind.LOCAL, DayKind.EMERGENCY)


@dataclass(frozen=True)
class PlannedDay:
    """One day of a change. `source` '' stands for the document of the whole change.

    `removes`: the own layer says nothing of the day any more and the one above holds again; of the kind only matters
    whether it is an emergency closing, which lies in a layer of its own.
    """

    day: date
    kind: str
    is_workday: bool
    name: str = ""
    source: str = ""
    is_provisional: bool = False
    removes: bool = False

    @property
    def is_emergency(self) -> bool:
        return self.kind == DayKind.EMERGENCY

    def to_json(self) -> dict[str, Any]:
        return {**asdict(self), "day": self.day.isoformat()}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> PlannedDay:
        return cls(**{**data, "day": date.fromisoformat(data["day"])})


def problem_of(planned: PlannedDay) -> str:
    """Why the day cannot be as it is meant, in a sentence; '' when it can."""
    day = format_day(planned.day)
    if not FIRST_YEAR <= planned.day.year <= LAST_YEAR:
        return _("%(day)s: the calendar reaches from %(first)d to %(last)d.") % {
            "day": day,
            "first": FIRST_YEAR,
            "last": LAST_YEAR,
        }
    if planned.removes:
        return ""
    if planned.kind not in DayKind.values:
        return _("%(day)s: %(kind)s is no kind of day.") % {"day": day, "kind": planned.kind}
    if planned.kind in RESTING and planned.is_workday:
        return _("%(day)s: a day of the kind %(kind)s is not a working day.") % {"day": day, "kind": _label(planned)}
    if planned.kind == DayKind.MAKEUP and not planned.is_workday:
        return _("%(day)s: a make-up day is a working day.") % {"day": day}
    if planned.kind == DayKind.MAKEUP and follows_weekday(planned.day):
        return _("%(day)s: a make-up day lies on a Saturday or Sunday.") % {"day": day}
    if planned.kind == DayKind.NORMAL and planned.is_workday != follows_weekday(planned.day):
        return _("%(day)s: an ordinary day is worked from Monday to Friday and free on Saturday and Sunday.") % {
            "day": day
        }
    if len(planned.name) > LONGEST_NAME or len(planned.source) > LONGEST_SOURCE:
        return _("%(day)s: name or document is too long.") % {"day": day}
    return ""


def ordinary(day: date, *, is_provisional: bool = False) -> PlannedDay:
    """A day as the weekday rule has it."""
    return PlannedDay(day, DayKind.NORMAL, follows_weekday(day), is_provisional=is_provisional)


def with_whole_year(days: Iterable[PlannedDay], year: int) -> list[PlannedDay]:
    """The given days, and every other day of `year` as an ordinary one: what a notice for the year settles."""
    told = list(days)
    named = {planned.day for planned in told if not planned.is_emergency}
    return sorted(
        [*told, *(ordinary(day) for day in days_of(year) if day not in named)], key=lambda planned: planned.day
    )


def days_of(year: int) -> Iterator[date]:
    first = date(year, 1, 1)
    return (first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days))


def span(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


def _label(planned: PlannedDay) -> str:
    return str(DayKind(planned.kind).label)
