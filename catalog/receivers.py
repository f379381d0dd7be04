from __future__ import annotations

from typing import Any

from catalog.workflow import open_items, set_up_item_review


def prepare_items(sender: Any = None, **kwargs: Any) -> None:
    """After every migrate, once, behind the last app: what is there stays."""
    set_up_item_review()
    open_items()
