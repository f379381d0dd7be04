"""Which items a mandate can name (told to the room of mandates, which stands below and cannot ask)."""

from __future__ import annotations

from catalog.queries import published_items


def delegable_items() -> list[tuple[str, str]]:
    """Key and name of every published item in use."""
    return list(published_items().order_by("name").values_list("key", "name"))
