"""Rebuild a case from its events and name each difference to what is stored (design §3)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from cases.clock import light_at, wind
from cases.domain.change import CLOCK_FIELDS
from cases.models import Case, CaseEvent
from cases.stage_life import stage_differences
from places.calendar import calendar_for


def differences(case: Case, *, now: datetime) -> Iterator[str]:
    """Sentences `field: stored X, rebuilt Y`; none when the stored case follows from its events."""
    calendar = calendar_for(case.unit)
    events = list(case.events.all())
    clocks = wind(events, case.version.facts, calendar)
    for name in ("status", *CLOCK_FIELDS):
        stored, rebuilt = getattr(case, name), getattr(clocks, name)
        if stored != rebuilt:
            yield f"{name}: stored {stored}, rebuilt {rebuilt}"
    rebuilt_light = light_at(clocks=clocks, now=now, calendar=calendar)
    if case.light != rebuilt_light:
        yield f"light: stored {case.light or '-'}, rebuilt {rebuilt_light or '-'}"
    yield from stage_differences(case.stages.all(), events, clocks)
    yield from _broken_chain(case, events)


def _broken_chain(case: Case, events: list[CaseEvent]) -> Iterator[str]:
    state = "draft"
    for event in events:
        if event.state_from != state:
            yield f"event {event.pk} ({event.verb}): begins in {event.state_from}, the one before ended in {state}"
        state = event.state_to
