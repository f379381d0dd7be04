"""The one shape of a change to a case (design §2): lock, conditions, bare move, stored clocks, event, audit, signal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import BigAutoField

from accounts.actors import Actor
from cases.clock import Clocks, light_at, wind
from cases.domain.closing import close_what_is_open
from cases.domain.stored_clocks import CALENDAR_FIELDS
from cases.history import as_read, history_of
from cases.models import Case, CaseEvent, CaseStage, Override
from cases.rules.context import CaseContext
from cases.rules.stages import stages_of
from cases.rules.verbs import CONDITIONS
from cases.signals import case_changed
from core.domain.audit import append_audit
from core.errors import Refused
from core.prepared import Prepared
from core.rows import insert_row, update_rows
from flow.conditions import unmet
from flow.events import who
from places.calendar import calendar_for

CLOCK_FIELDS = (
    "received_at",
    "accepted_at",
    "decided_at",
    "closed_at",
    "archived_at",
    "extension_count",
    *CALENDAR_FIELDS,
)
RELATED = ("unit__region", "applicant", "application__mandate", "region__parent")
_LOCKED = Prepared(
    lambda pk: Case.objects.select_for_update(of=("self",)).select_related(*RELATED).with_item().filter(pk=pk),
    pk=BigAutoField(),
)


@dataclass
class Change:
    """A locked case whose conditions held. `record` writes the change; a change that records nothing is a mistake.

    `overridden` are rules that did not hold but had been set aside for this act; every event of the change names them.
    """

    case: Case
    actor: Actor
    now: datetime
    overridden: tuple[Override, ...] = ()
    told: bool = False

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
        data = {**(data or {}), **self._set_aside()}
        event = append_event(
            case=case, verb=verb, actor=self.actor, now=self.now, opinion=opinion, data=data, state_from=state_from
        )
        store_clocks(case, now=self.now)
        case.version_no += 1
        update_rows([case], ("status", "version_no", "light", *CLOCK_FIELDS, *fields))
        if state_from is not None and state_from != case.status:
            close_what_is_open(case, state_from=state_from, now=self.now)
        append_audit(
            action=verb,
            user_id=self.actor.user_id,
            user_name=self.actor.name,
            subject=case,
            data={"number": case.number, "state": case.status},
            now=self.now,
        )
        if not self.told:  # who listens enqueues its work, which begins when the whole change is there
            case_changed.send(sender=Case, case_ids=[case.pk])
            self.told = True
        return event

    def _set_aside(self) -> dict[str, Any]:
        if not self.overridden:
            return {}
        return {"overridden": [{"code": row.code, "rule": row.rule, "reason": row.reason} for row in self.overridden]}


@contextmanager
def changing(*, case: Case, verb: str, actor: Actor, now: datetime, **given: Any) -> Iterator[Change]:
    """Lock the case and ask the conditions of `verb`; raises `core.errors.Refused` with every reason at once.

    A condition that an override has set aside for this verb counts as met, once. `change.now` is the moment of the
    change: use it and not the one that was asked with, which may lie before the last event (`not_before`).
    """
    with transaction.atomic():
        locked = lock_case(case)
        now = not_before(locked, now)
        overridden = require_or_overridden(verb, CaseContext(locked, actor, now, given))
        if overridden:
            Override.objects.filter(pk__in=[row.pk for row in overridden]).update(used_at=now)
        yield Change(locked, actor, now, overridden)


def require_or_overridden(verb: str, context: CaseContext) -> tuple[Override, ...]:
    """The overrides this act uses up; raises `Refused` with the reasons that nobody has set aside."""
    reasons = unmet(CONDITIONS[verb], context)
    if not reasons:
        return ()
    held = {row.code: row for row in context.case.overrides.filter(verb=verb, used_at=None)}
    if left := [reason for reason in reasons if reason.code not in held]:
        raise Refused(left)
    return tuple(held[reason.code] for reason in reasons)


def lock_case(case: Case) -> Case:
    locked = _LOCKED.get(pk=case.pk)
    if locked.application.applicant_id == locked.applicant_id:
        locked.application.applicant = locked.applicant  # the same person, read once
    return locked


def not_before(case: Case, now: datetime) -> datetime:
    """`now`, or the moment of the last event where the clock of this machine says that it is still to come.

    Two requests read the clock before they wait for the lock, machines differ, a clock is put back: the events of a
    case stay in the order of their moments all the same, so that no term begins after it ended.
    """
    history = history_of(case)
    return max(now, history[-1].at) if history else now


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
    history = history_of(case)
    event = CaseEvent(
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
    insert_row(event)
    history.append(as_read(event))
    return event


def store_clocks(case: Case, *, now: datetime) -> None:
    """Set the stored due dates and light from the events; the caller saves. Those of the stages are saved here."""
    calendar = calendar_for(case.unit)
    clocks = wind(history_of(case), case.version.facts, calendar)
    for name in CLOCK_FIELDS:
        setattr(case, name, getattr(clocks, name))
    case.light = light_at(clocks=clocks, now=now, calendar=calendar)
    if clocks.stages:
        _store_stage_dues(case, clocks)


def _store_stage_dues(case: Case, clocks: Clocks) -> None:
    for stage in stages_of(case):
        clock = clocks.stages.get(stage.order)
        due_on = clock.due_date if clock else None
        if stage.due_on != due_on:
            stage.due_on = due_on
            CaseStage.objects.filter(pk=stage.pk).update(due_on=due_on)
