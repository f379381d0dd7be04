"""A case that follows from another one: received at once with everything on file (R13), whichever verb opens it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from accounts.actors import Actor
from cases.domain.change import Change, lock_case
from cases.domain.numbers import number_case
from cases.models import Application, Case
from places.models import Unit


def receive_follow_up(
    *,
    origin: Case,
    kind: str,
    application: Application,
    channel: str,
    unit: Unit,
    actor: Actor,
    now: datetime,
    reason: str = "",
    **facts: Any,
) -> Change:
    """Create, number and submit the case of `kind` that goes on from `origin`; `facts`: further columns of its row.

    Call inside the transaction of the verb on the origin. The change goes on with the new case.
    """
    created = Case.objects.create(
        kind=kind,
        origin=origin,
        application=application,
        item=origin.item,
        version=origin.version,
        applicant=origin.applicant,
        channel=channel,
        region=origin.region,
        unit=unit,
        **facts,
    )
    change = Change(lock_case(created), actor, now)
    number_case(change.case, now=now)
    before = change.case.status
    change.case._submit()
    data = {"kind": kind, "origin": origin.number}
    change.record("case.submit", "number", "exchange_number", opinion=reason, data=data, state_from=before)
    return change
