"""A rule of the gate: its docstring is its number and the law behind it; it yields a sentence for each thing to mend."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from catalog.content import ItemContent

Rule = Callable[[ItemContent], Iterator[str]]
