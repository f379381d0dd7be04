"""T18: the result reaches the applicant, with proof (行政许可法 Art. 44; 电子签名法 Art. 11)."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.actors import Actor
from cases.documents.decisions import delivery_context
from cases.documents.mandates import signature_of
from cases.domain.change import Change, changing
from cases.domain.documents import issue_for
from cases.domain.tell import tell_applicant
from cases.enums import DeliveryMode, Status
from cases.models import Case
from core.models import StoredFile


def deliver_at_window(*, case: Case, receiver: str, actor: Actor, now: datetime) -> Case:
    """Handed over at the counter and signed for on the service receipt."""
    with changing(case=case, verb="deliver_at_window", actor=actor, now=now, receiver=receiver) as change:
        _hand_over(change, DeliveryMode.WINDOW, receiver=receiver)
    return change.case


def deliver_at_door(*, case: Case, receiver: str, signature: StoredFile | None, actor: Actor, now: datetime) -> Case:
    """Brought to the door by the helper, whose mandate covers collecting; signed for on the glass or on paper."""
    with changing(case=case, verb="deliver_at_door", actor=actor, now=now, receiver=receiver, act="collect") as change:
        _hand_over(change, DeliveryMode.DOOR, receiver=receiver, signature=signature)
    return change.case


def deliver_electronically(*, case: Case, actor: Actor, now: datetime) -> Case:
    """The applicant (or an agent who may collect) downloads the result in the system: served at that moment."""
    with changing(case=case, verb="deliver_electronically", actor=actor, now=now, act="collect") as change:
        _hand_over(change, DeliveryMode.ELECTRONIC, receiver=actor.name)
    return change.case


def _hand_over(change: Change, mode: DeliveryMode, *, receiver: str, signature: StoredFile | None = None) -> None:
    case, now, actor = change.case, change.now, change.actor
    data = {"mode": mode, "receiver": receiver, "signature": str(signature.public_id) if signature else ""}
    if case.status != Status.DELIVERING:
        before = case.status
        case._deliver()
        change.record("case.deliver", data={"mode": mode}, state_from=before)
    before = case.status
    case._confirm_delivery()
    change.record("case.confirm_delivery", data=data, state_from=before)
    context = delivery_context(case, mode=mode, receiver=receiver, actor=actor, now=now)
    issue_for(change, "service_receipt", {**context, **signature_of(signature)})
    tell_applicant(
        case=case,
        actor=actor,
        title=_("The result was delivered"),
        body=_("The result of “%(item)s” (%(number)s) was delivered. The case is closed."),
        now=now,
    )
