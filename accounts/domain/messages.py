"""我的消息: what residents are told."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.actors import Actor
from accounts.domain.audit import note
from accounts.models import Message, Resident
from core.errors import Reason, Refused

TITLE_LENGTH = 100
LINK_LENGTH = 200


def send_message(*, resident: Resident, title: str, body: str, link: str = "", now: datetime) -> Message:
    """Tell a resident something. `link` is a path of this portal, '' for none; long titles are cut.

    The act that is told of has its own audit entry, the message is its trace and needs none.
    """
    message = build_message(resident=resident, title=title, body=body, link=link, now=now)
    message.save(force_insert=True)
    return message


def send_messages(messages: Iterable[Message]) -> int:
    """Many at once, as built; returns how many."""
    return len(Message.objects.bulk_create(messages, batch_size=500))


def build_message(*, resident: Resident, title: str, body: str, link: str = "", now: datetime) -> Message:
    """Unsaved; raises ValueError for a link that leads away from here."""
    if link and (not link.startswith("/") or link.startswith("//") or len(link) > LINK_LENGTH):
        raise ValueError("a message links to a path of this portal only")
    return Message(resident=resident, title=title[:TITLE_LENGTH], body=body, link=link, created_at=now, read_at=None)


def read_message(*, message: Message, actor: Actor, now: datetime) -> Message:
    """Mark as read, once; a second time changes nothing."""
    if message.resident_id != actor.resident_id:
        raise Refused([Reason("owner", _("This message belongs to somebody else."))])
    with transaction.atomic():
        changed = Message.objects.filter(pk=message.pk, read_at=None).update(read_at=now)
        if changed:
            note("message.read", subject=message, actor=actor, now=now)
    message.refresh_from_db(fields=["read_at"])
    return message


def read_all_messages(*, actor: Actor, now: datetime) -> int:
    """Mark everything the actor was told as read; returns how many were new."""
    if actor.resident_id is None:
        return 0
    with transaction.atomic():
        resident = Resident.objects.get(pk=actor.resident_id)
        changed = Message.objects.filter(resident=resident, read_at=None).update(read_at=now)
        if changed:
            note("message.read_all", subject=resident, actor=actor, now=now, count=changed)
    return changed
