"""Pause, resume and cancel an item (domain.md §12.10). Running cases go on under their version in every state."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.actors import Actor
from catalog.conditions import CANCEL, PAUSE, RESUME, ItemAct
from catalog.models import ServiceItem
from catalog.models.items import ItemState
from core.domain.audit import append_audit
from core.errors import Reason, Refused
from flow.conditions import Condition, require

LONGEST_REASON = 200


def pause_item(*, item: ServiceItem, reason: str, actor: Actor, now: datetime) -> ServiceItem:
    """No new applications for now. Raises `Refused`."""
    return _change(item, ItemState.PAUSED, PAUSE, "item.pause", _given(reason), actor, now)


def resume_item(*, item: ServiceItem, actor: Actor, now: datetime) -> ServiceItem:
    """New applications again, under the version in use. Raises `Refused`."""
    return _change(item, ItemState.IN_USE, RESUME, "item.resume", "", actor, now)


def cancel_item(*, item: ServiceItem, reason: str, actor: Actor, now: datetime) -> ServiceItem:
    """The item is abolished: it never comes back. Raises `Refused`."""
    return _change(item, ItemState.CANCELLED, CANCEL, "item.cancel", _given(reason), actor, now)


def _given(reason: str) -> str:
    text = reason.strip()
    if not text:
        raise Refused([Reason("item.reason", _("Give the reason: it is kept in the record."))])
    if len(text) > LONGEST_REASON:
        raise Refused([Reason("item.reason", _("The reason is too long: 200 characters at most."))])
    return text


def _change(
    item: ServiceItem,
    state: ItemState,
    conditions: tuple[Condition[ItemAct], ...],
    action: str,
    reason: str,
    actor: Actor,
    now: datetime,
) -> ServiceItem:
    with transaction.atomic():
        locked = ServiceItem.objects.select_for_update(of=("self",)).get(pk=item.pk)
        require(conditions, ItemAct(locked, actor))
        before, locked.state = locked.state, state
        locked.save(update_fields=["state"])
        append_audit(
            action=action,
            user_id=actor.user_id,
            user_name=actor.name,
            subject=locked,
            data={"from": before, "to": str(state), "reason": reason},
            now=now,
        )
    return locked
