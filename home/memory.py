"""Plain values that only a publication can change, remembered until the next one."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from django.apps import apps

from home.caching import KeptAnswers

Value = TypeVar("Value")
MOST_VALUES = 8192
remembered = KeptAnswers(most=MOST_VALUES)


def current_generation() -> int:
    """The state of the public pages (`home.models.PageGeneration`): one small query."""
    generations: Any = apps.get_model("home", "PageGeneration").objects
    return generations.order_by().values_list("number", flat=True).first() or 0


def remember(key: Hashable, generation: int, make: Callable[[], Value]) -> Value:
    """The value made under this generation; made anew when there is none. Callers must not change it."""
    kept = remembered.get(key, generation)
    if kept is None:
        kept = make()
        remembered.keep(key, generation, kept)
    return kept
