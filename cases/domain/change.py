"""The one shape of a change to a case (design §2): lock, conditions, bare move, stored clocks, event, audit, signal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from accounts.actors import Actor
from cases.clock import light_at, wind
from cases.models import Case, CaseEvent
from cases.rules.context import CaseContext
from cases.rules.verbs import CONDITIONS
from cases.signals import case_changed
from core.domain.audit import append_audit
from flow.conditions import require
from flow.events import who
from places.calendar import calendar_for

CLOCK_FIELDS = (
    "received_at",
    "accepted_at",
    "decided_at",
    "closed_at",
    "intake_due_on",
    "correction_due_on",
    "statutory_due_on",
    "promised_due_on",
    "delivery_due_on",
    "due_on",
    "due_provisional",
)
RELATED = ("item", "version", "unit", "applicant", "application__mandate", "application__applicant")


@dataclass
class Change:
    """A locked case whose conditions held. `record` writes the change; a change that records nothing is a mistake."""

    case: Case
    actor: Actor
    now: datetime

    def record(
        self,
        verb: str,
        *fields: str,
        opinion: str = "",
        data: dict[str, Any] | None = None,
        state_from: str | None = None,
    ) -> CaseEvent:
        """Append the event, bring the stored clocks up to it and save; `fields` are the verb's own columns."""
        case = self.case
        event = append_event(
            case=case, verb=verb, actor=self.actor, now=self.now, opinion=opinion, data=data, state_from=state_from
        )
        store_clocks(case, now=self.now)
        case.version_no += 1
        case.save(update_fields=["status", "version_no", "light", *CLOCK_FIELDS, *fields])
        append_audit(
            action=verb,
            user_id=self.actor.user_id,
            user_name=self.actor.name,
            subject=case,
            data={"number": case.number, "state": case.status},
            now=self.now,
        )
        case_changed.send(sender=Case, case_ids=[case.pk])
        return event


@contextmanager
def changing(*, case: Case, verb: str, actor: Actor, now: datetime, **given: Any) -> Iterator[Change]:
    """Lock the case and ask the conditions of `verb`; raises `core.errors.Refused` with every reason at once."""
    with transaction.atomic():
        locked = lock_case(case)
        require(CONDITIONS[verb], CaseContext(locked, actor, now, given))
        yield Change(locked, actor, now)


def lock_case(case: Case) -> Case:
    return Case.objects.select_for_update(of=("self",)).select_related(*RELATED).get(pk=case.pk)


def append_event(
    *,
    case: Case,
    verb: str,
    actor: Actor,
    now: datetime,
    opinion: str = "",
    data: dict[str, Any] | None = None,
    state_from: str | None = None,
) -> CaseEvent:
    """`state_from` is the state before a move; None when the verb moves nothing."""
    on_behalf_of = ""
    mandate = case.application.mandate
    if mandate is not None and mandate.agent_id == actor.user_id:
        on_behalf_of = case.applicant.name
    return CaseEvent.objects.create(
        case=case,
        verb=verb,
        state_from=case.status if state_from is None else state_from,
        state_to=case.status,
        at=now,
        **who(actor),
        on_behalf_of=on_behalf_of,
        opinion=opinion,
        data=data or {},
    )


def store_clocks(case: Case, *, now: datetime) -> None:
    """Set the stored due dates and light from the events; the caller saves."""
    calendar = calendar_for(case.unit)
    clocks = wind(case.events.all(), case.version.facts, calendar)
    for name in CLOCK_FIELDS:
        setattr(case, name, getattr(clocks, name))
    case.light = light_at(clocks=clocks, now=now, calendar=calendar)
