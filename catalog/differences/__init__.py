"""What changed between two contents of an item, field by field and row by row, for people who review."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from django.utils.translation import gettext as _

from catalog.content import ItemContent
from catalog.drafts import GROUPS, LIMITS, ROWS

from .words import is_code_list, name_of, row_words, words_of

__all__ = ["Change", "differences"]
# Rows are the same row when these agree; keys where there are keys, else the words that name it.
SAME = {
    "basis": ("law", "article"),
    "conditions": ("text",),
    "steps": ("name",),
    "special_procedures": ("kind",),
    "fees": ("name",),
    "questions": ("question",),
}


@dataclass(frozen=True)
class Change:
    """`before` and `after` in words; '' where there was or is nothing. `row` names the row, '' for a single fact."""

    part: str
    label: str
    before: str
    after: str
    row: str = ""


def differences(old: ItemContent, new: ItemContent) -> list[Change]:
    """In the order of the form: every fact and row that is not equal; a changed order of rows counts too."""
    return [change for f in fields(ItemContent) for change in _of_part(f.name, old, new)]


def _of_part(part: str, old: ItemContent, new: ItemContent) -> Iterator[Change]:
    before, after = getattr(old, part), getattr(new, part)
    if before == after or (is_code_list(part) and set(before) == set(after)):  # the form keeps no order of boxes
        return
    if part in ROWS:
        yield from _rows(part, before, after)
    elif part in GROUPS:
        yield from _fields(part, before, after)
    elif part in LIMITS:
        yield Change(part, name_of(part), words_of(part, before), words_of(part, after))
    else:
        yield Change(part, name_of(part), words_of(part, before), words_of(part, after))


def _fields(part: str, before: Any, after: Any, row: str = "") -> Iterator[Change]:
    for f in fields(after):
        one, two = getattr(before, f.name), getattr(after, f.name)
        if one != two:
            yield Change(part, name_of(part, f.name), words_of(part, one, f.name), words_of(part, two, f.name), row)


def _rows(part: str, before: tuple[Any, ...], after: tuple[Any, ...]) -> Iterator[Change]:
    olds, news = _by_identity(part, before), _by_identity(part, after)
    for identity, row in olds.items():
        if identity not in news:
            yield Change(part, name_of(part), row_words(part, row), "", _("removed"))
    for identity, row in news.items():
        if identity not in olds:
            yield Change(part, name_of(part), "", row_words(part, row), _("added"))
        else:
            yield from _fields(part, olds[identity], row, row_words(part, row))
    kept_before = [i for i in olds if i in news]
    kept_after = [i for i in news if i in olds]
    if kept_before != kept_after:
        before_words, after_words = (
            "、".join(row_words(part, news[i]) for i in order) for order in (kept_before, kept_after)
        )
        yield Change(part, name_of(part), before_words, after_words, _("order"))


def _by_identity(part: str, rows: tuple[Any, ...]) -> dict[Any, Any]:
    """Two rows with one identity are told apart by their count."""
    names = SAME.get(part, ("key",))
    found: dict[Any, Any] = {}
    for row in rows:
        identity = tuple(getattr(row, name) for name in names)
        count = sum(1 for known in found if known[: len(identity)] == identity)
        found[(*identity, count)] = row
    return found
