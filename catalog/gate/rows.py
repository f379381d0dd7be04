"""The rule on rows of a list: one that was added and never filled in."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from catalog.content import ItemContent
from catalog.gate.rules import Rule

# The list of the content, what editors call it, what no row of it may lack.
LISTS = (
    ("basis", lazy("Legal basis"), ("law",)),
    ("conditions", lazy("Conditions"), ("text",)),
    ("situations", lazy("Situation questions"), ("question",)),
    ("materials", lazy("Papers"), ("key", "name")),
    ("form", lazy("Questions of the form"), ("key", "label")),
    ("steps", lazy("Steps"), ("name",)),
    ("fees", lazy("Fees"), ("name", "standard")),
    ("questions", lazy("Frequent questions"), ("question", "answer")),
)


def v27_rows_filled(content: ItemContent) -> Iterator[str]:
    """V27"""
    for name, label, needed in LISTS:
        for number, row in enumerate(getattr(content, name), 1):
            if not all(str(getattr(row, part)).strip() for part in needed):
                yield _("“%(list)s”, row %(number)s is not filled in. Fill it in or delete the row.") % {
                    "list": label,
                    "number": number,
                }


ROW_RULES: tuple[Rule, ...] = (v27_rows_filled,)
