"""When somebody who hands everything in today may expect an answer: said honestly, or not at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from catalog.content import ItemContent, Limit
from core.text import format_limit
from flow.calendar import WorkCalendar
from flow.clocks import Due, Term, TermUnit, due_on


@dataclass(frozen=True)
class GuideDates:
    """`usual` and `latest` end on these days when the case is accepted today; None where nothing is known."""

    usual: Due | None
    latest: Due | None

    @property
    def is_provisional(self) -> bool:
        return any(due is not None and due.provisional for due in (self.usual, self.latest))


def guide_dates(facts: ItemContent, *, now: datetime, calendar: WorkCalendar) -> GuideDates:
    """Nothing is promised beyond the promised limit; a usual time that is longer than it is left out."""
    latest = _ends(facts.promised_limit, now=now, calendar=calendar)
    usual = _ends(Limit(facts.usual_days), now=now, calendar=calendar) if facts.usual_days else None
    if usual and latest and usual.on > latest.on:
        usual = None
    return GuideDates(usual, latest)


def limit_words(limit: Limit) -> str:
    """5 个工作日; 当场办结; '' for a limit that is not set."""
    return format_limit(limit.n, limit.unit) if limit.n or limit.unit == TermUnit.INSTANT else ""


def _ends(limit: Limit, *, now: datetime, calendar: WorkCalendar) -> Due | None:
    if not limit.n or limit.unit == TermUnit.INSTANT:
        return None
    return due_on(now, Term(limit.n, TermUnit(limit.unit)), calendar)
