"""One page of a list, and the addresses of the others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import QueryDict

PAGE_SIZE = 20


def one_page(things: Any, asked: Mapping[str, Any], size: int = PAGE_SIZE) -> Page[Any]:
    """The page asked for; what is no page number leads to the first, what is too high to the last."""
    return Paginator(things, size).get_page(asked.get("page"))


def query_without(asked: QueryDict, *names: str) -> str:
    """The other parameters, encoded and ending in &, as the pagination wants them; '' when there are none."""
    rest = asked.copy()
    for name in ("page", *names):
        rest.pop(name, None)
    return f"{rest.urlencode()}&" if rest else ""
