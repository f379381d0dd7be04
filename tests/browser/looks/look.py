"""One page to look at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

VISITOR = ""


@dataclass(frozen=True)
class Look:
    """`url` is the name of an address, `page:` and a kind of page, `address:` and a path, or `template:` and its file.

    `args` finds the arguments of the address in the stage. `go` does what brings the page about after the address was
    opened, such as pressing a button. `judged` is False where the page is Wagtail's own from top to bottom: it
    is looked at for our words and colours, and its faults are not ours.
    """

    name: str
    url: str
    who: str = VISITOR
    args: Callable[[Any], list[Any]] = field(default=lambda stage: [])
    query: str = ""
    status: int = 200
    go: Callable[[Any], object] | None = None
    judged: bool = True
