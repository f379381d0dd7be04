"""Reads that views of this room share."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from accounts.actors import Actor
from accounts.login_names import tidy_number
from accounts.models import Mandate, Message, Resident, User
from core.fields import blind_index


def messages_of(actor: Actor) -> QuerySet[Message]:
    return Message.objects.filter(resident_id=actor.resident_id) if actor.resident_id else Message.objects.none()


def unread_count(actor: Actor) -> int:
    return messages_of(actor).filter(read_at=None).count()


def mandates_given(actor: Actor) -> QuerySet[Mandate]:
    given = Mandate.objects.filter(principal_id=actor.resident_id) if actor.resident_id else Mandate.objects.none()
    return given.select_related("agent", "principal")


def mandates_held(actor: Actor) -> QuerySet[Mandate]:
    held = Mandate.objects.filter(agent_id=actor.user_id) if actor.user_id else Mandate.objects.none()
    return held.select_related("agent", "principal")


def mandates_usable(actor: Actor, *, on: date) -> QuerySet[Mandate]:
    """Those the actor may act under on this day."""
    if not actor.user_id:
        return Mandate.objects.none()
    return Mandate.objects.in_force(on=on).filter(agent_id=actor.user_id).select_related("agent", "principal")


def agent_named(*, name: str, phone: str) -> User | None:
    """A registered resident with a login by exact name and telephone; None also when two share both."""
    people = Resident.objects.filter(name=name.strip(), phone_index=blind_index(tidy_number(phone)))
    found = list(people.filter(user__is_active=True).select_related("user")[:2])
    return found[0].user if len(found) == 1 else None
