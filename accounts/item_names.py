"""Which items a mandate can name. The catalogue stands above this room and tells its items here when it starts."""

from __future__ import annotations

from collections.abc import Callable, Iterable

Choices = list[tuple[str, str]]
_source: list[Callable[[], Choices]] = []


def provide_items(source: Callable[[], Choices]) -> None:
    """Name the function that gives (key, name) of every item that can be done by an agent; the last one counts."""
    _source[:] = [source]


def item_choices() -> Choices:
    return _source[0]() if _source else []


def item_labels(keys: Iterable[str]) -> list[str]:
    """The names of these items; a key that is no longer offered stands for itself."""
    names = dict(item_choices())
    return [names.get(key, key) for key in keys]
