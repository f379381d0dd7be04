"""Which items a mandate can name (told to the room of mandates, which stands below and cannot ask)."""

from __future__ import annotations

from catalog.models import ServiceItem
from catalog.models.items import ItemState


def delegable_items() -> list[tuple[str, str]]:
    """Key and name of every published item in use."""
    items = ServiceItem.objects.filter(state=ItemState.IN_USE).exclude(current_version=None)
    return list(items.order_by("name").values_list("key", "name"))
