"""T18: the result reaches the applicant, with proof (行政许可法 Art. 44; 电子签名法 Art. 11)."""

from __future__ import annotations

from datetime import datetime

from accounts.actors import Actor
from cases.domain.change import changing
from cases.domain.serving import begin_serving, complete_serving
from cases.enums import DeliveryMode
from cases.models import Case
from core.models import StoredFile


def deliver_at_window(*, case: Case, receiver: str, actor: Actor, now: datetime) -> Case:
    """Handed over at the counter and signed for on the service receipt."""
    with changing(case=case, verb="deliver_at_window", actor=actor, now=now, receiver=receiver) as change:
        complete_serving(change, begin_serving(change, DeliveryMode.WINDOW), receiver=receiver)
    return change.case


def deliver_at_door(*, case: Case, receiver: str, signature: StoredFile | None, actor: Actor, now: datetime) -> Case:
    """Brought to the door by the helper, whose mandate covers collecting; signed for on the glass or on paper."""
    with changing(case=case, verb="deliver_at_door", actor=actor, now=now, receiver=receiver, act="collect") as change:
        serving = begin_serving(change, DeliveryMode.DOOR, signature=signature)
        complete_serving(change, serving, receiver=receiver)
    return change.case


def deliver_electronically(*, case: Case, actor: Actor, now: datetime) -> Case:
    """The applicant (or an agent who may collect) downloads the result in the system: served at that moment."""
    with changing(case=case, verb="deliver_electronically", actor=actor, now=now, act="collect") as change:
        complete_serving(change, begin_serving(change, DeliveryMode.ELECTRONIC), receiver=actor.name)
    return change.case
