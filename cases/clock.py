"""The clocks of one case as a pure function of its events, its item's limits and the calendar (domain.md §3.5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from cases.enums import Light, Status
from catalog.content import ItemContent, Limit
from flow.calendar import WorkCalendar
from flow.clocks import Due, Term, TermUnit, due_on
from flow.lights import light

INTAKE_TERM = Term(5, TermUnit.WORKING_DAY)  # 行政许可法 Art. 32(4)
DELIVERY_TERM = Term(10, TermUnit.WORKING_DAY)  # 行政许可法 Art. 44


class Happening(Protocol):
    """What the clocks need of an event."""

    verb: str
    state_to: str
    at: datetime
    data: Any


@dataclass(frozen=True)
class Clocks:
    """Everything about a case's time and state that follows from its events."""

    status: str = Status.DRAFT
    received_at: datetime | None = None
    accepted_at: datetime | None = None
    decided_at: datetime | None = None
    closed_at: datetime | None = None
    intake_due_on: date | None = None
    correction_due_on: date | None = None
    statutory_due_on: date | None = None
    promised_due_on: date | None = None
    delivery_due_on: date | None = None
    due_on: date | None = None
    due_provisional: bool = False


def wind(events: Iterable[Happening], facts: ItemContent, calendar: WorkCalendar) -> Clocks:
    """Rebuild the clocks from the events in their order. Equal events always give equal clocks."""
    moments: dict[str, datetime] = {}
    status: str = Status.DRAFT
    correction_due: date | None = None
    for event in events:
        status = event.state_to or status
        if event.verb == "case.submit":
            moments["received"] = event.at
        elif event.verb == "case.accept":
            # T4: accepted on the day the last paper arrived, which may lie before the click.
            moments["accepted"] = datetime.fromisoformat(event.data["accepted_at"])
        elif event.verb == "case.request_correction":
            correction_due = date.fromisoformat(event.data["due_on"])
        elif event.verb in ("case.grant", "case.deny"):
            moments["decided"] = event.at
        elif event.verb == "case.confirm_delivery":
            moments["closed"] = event.at
    return _with_dues(Status(status), moments, correction_due, facts, calendar)


def _with_dues(
    status: Status,
    moments: dict[str, datetime],
    correction_due: date | None,
    facts: ItemContent,
    calendar: WorkCalendar,
) -> Clocks:
    intake = _due(moments.get("received"), INTAKE_TERM, calendar)
    statutory = _due(moments.get("accepted"), term(facts.statutory_limit), calendar)
    promised = _due(moments.get("accepted"), term(facts.promised_limit), calendar)
    delivery = _due(moments.get("decided"), DELIVERY_TERM, calendar)
    running = {
        Status.RECEIVED: intake,
        Status.CORRECTION_REQUIRED: (correction_due, False),
        Status.ACCEPTED: promised,
        Status.REVIEWING: promised,
        Status.GRANTED: delivery,
        Status.DENIED: delivery,
        Status.DELIVERING: delivery,
    }.get(status, (None, False))
    return Clocks(
        status=status,
        received_at=moments.get("received"),
        accepted_at=moments.get("accepted"),
        decided_at=moments.get("decided"),
        closed_at=moments.get("closed"),
        intake_due_on=intake[0],
        correction_due_on=correction_due,
        statutory_due_on=statutory[0],
        promised_due_on=promised[0],
        delivery_due_on=delivery[0],
        due_on=running[0],
        due_provisional=running[1],
    )


def term(limit: Limit) -> Term:
    return Term(limit.n, TermUnit(limit.unit))


def _due(start: datetime | None, limit: Term, calendar: WorkCalendar) -> tuple[date | None, bool]:
    due = due_on(start, limit, calendar) if start else None
    return (due.on, due.provisional) if due else (None, False)


def light_at(*, clocks: Clocks, now: datetime, calendar: WorkCalendar) -> Light:
    """The light of the running clock; none when nothing runs or the applicant has the case (correction)."""
    starts = {
        Status.RECEIVED: clocks.received_at,
        Status.ACCEPTED: clocks.accepted_at,
        Status.REVIEWING: clocks.accepted_at,
        Status.GRANTED: clocks.decided_at,
        Status.DENIED: clocks.decided_at,
        Status.DELIVERING: clocks.decided_at,
    }
    start = starts.get(Status(clocks.status))
    if start is None or clocks.due_on is None:
        return Light.NONE
    due = Due(on=clocks.due_on, provisional=clocks.due_provisional)
    return Light(light(now=now, start=start, due=due, calendar=calendar))
