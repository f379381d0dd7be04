"""A due date and its account as plain data, for JSON."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from .account import CountedDay, account
from .calendar import WorkCalendar
from .clocks import Term, due_on
from .pauses import Pause
from .words import LAWS, PAUSE_LAW, day_words, due_words, start_words


def answer_as_data(
    start: date | datetime, term: Term, calendar: WorkCalendar, pauses: Sequence[Pause] = ()
) -> dict[str, Any]:
    """`due` is a date, None while an open pause makes it unknown; `at` the moment of a term in hours."""
    due = due_on(start, term, calendar, pauses)
    return {
        "start": start.isoformat(),
        "n": term.n,
        "unit": term.unit.value,
        "pauses": [[begin.isoformat(), end.isoformat() if end else None] for begin, end in pauses],
        "due": due.on.isoformat() if due else None,
        "at": due.at.isoformat() if due and due.at else None,
        "provisional": due.provisional if due else None,
        "words": due_words(due),
        "law": LAWS[term.unit] + (f"、{PAUSE_LAW}" if pauses else ""),
        "day_0": start_words(start, term),
        "days": [_day(day) for day in account(start, term, calendar, pauses)],
    }


def _day(day: CountedDay) -> dict[str, Any]:
    told = {
        "day": day.day.isoformat(),
        "state": day.state.value,
        "number": day.number,
        "kind": day.kind,
        "name": day.name,
        "provisional": day.provisional,
        "words": day_words(day),
    }
    return told if day.hours is None else {**told, "hours": day.hours.total_seconds() / 3600}
