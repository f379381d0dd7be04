"""The actions that can stand in the audit chain, by dotted name (`case.accept`), with the words shown for them.

A name is frozen for ever once it was written; only its words may change. Every room registers its own at import.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.utils.functional import Promise

Label = str | Promise
_labels: dict[str, Label] = {}


def register_actions(labels: Mapping[str, Label]) -> None:
    """Raises ValueError for a name without a dot or one that another room has taken with other words."""
    for name, label in labels.items():
        if "." not in name:
            raise ValueError(f"An action is named room.verb, not {name!r}")
        if name in _labels and str(_labels[name]) != str(label):
            raise ValueError(f"The action {name!r} is taken")
        _labels[name] = label


def action_label(name: str) -> str:
    """The words for an action; the bare name when the room that wrote it is gone."""
    return str(_labels.get(name, name))


def registered_actions() -> Iterator[tuple[str, str]]:
    for name in sorted(_labels):
        yield name, str(_labels[name])
