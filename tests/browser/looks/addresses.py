"""The names of all addresses and kinds of pages that are ours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import URLResolver, get_resolver
from wagtail.models import get_page_models

OURS = {"portal", "search", "home", "cases", "catalog", "flow", "accounts", "places", "papers", "core"}


def names_of_ours() -> set[str]:
    """Names of addresses whose view is ours, or Wagtail's own view of a model of ours."""
    return {name for name, view in walk(get_resolver(), ()) if _is_ours(view)}


def page_types_of_ours() -> set[str]:
    return {model.__name__ for model in get_page_models() if model._meta.app_label in OURS}


def walk(resolver: URLResolver, spaces: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from walk(pattern, (*spaces, *filter(None, [pattern.namespace])))
        elif pattern.name:
            yield ":".join((*spaces, pattern.name)), pattern.callback


def _is_ours(view: Any) -> bool:
    made_by = getattr(view, "view_class", view)
    model = getattr(view, "view_initkwargs", {}).get("model")
    return _room(made_by) in OURS or (model is not None and _room(model) in OURS)


def _room(thing: Any) -> str:
    return str(getattr(thing, "__module__", "")).partition(".")[0]
