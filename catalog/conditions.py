"""What must hold before an item changes its state: each with the sentence that button and refusal both show."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from accounts.actors import Actor
from accounts.models import Role
from catalog.models import ServiceItem
from catalog.models.items import ItemState
from flow.conditions import Condition


@dataclass(frozen=True)
class ItemAct:
    """Somebody wants to do something with an item."""

    item: ServiceItem
    actor: Actor


def _publisher(act: ItemAct) -> str | None:
    return None if act.actor.has_role(Role.ITEM_PUBLISHER) else _("Only a publisher can do this.")


def _published(act: ItemAct) -> str | None:
    return None if act.item.current_version_id else _("The item has not been published yet.")


def _in_use(act: ItemAct) -> str | None:
    return None if act.item.state == ItemState.IN_USE else _("The item is not in use.")


def _paused(act: ItemAct) -> str | None:
    return None if act.item.state == ItemState.PAUSED else _("The item is not paused.")


def _not_cancelled(act: ItemAct) -> str | None:
    return None if act.item.state != ItemState.CANCELLED else _("The item has been cancelled for good.")


PUBLISHER = Condition("item.publisher", "", _publisher)
PAUSE = (PUBLISHER, Condition("item.published", "", _published), Condition("item.in_use", "", _in_use))
RESUME = (PUBLISHER, Condition("item.paused", "", _paused))
CANCEL = (PUBLISHER, Condition("item.not_cancelled", "", _not_cancelled))
