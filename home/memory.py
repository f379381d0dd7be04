"""Plain values that only a publication can change, remembered until the next one."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from django.apps import apps
from django.http import HttpRequest
from wagtail.models import Site

from home.caching import KeptAnswers

Value = TypeVar("Value")
MOST_VALUES = 8192
remembered = KeptAnswers(most=MOST_VALUES)


def generation_of(request: HttpRequest) -> int:
    """The state of the public pages (`home.models.PageGeneration`) when the request came: one small query for each."""
    known: int | None = getattr(request, "page_generation", None)
    if known is None:
        generations: Any = apps.get_model("home", "PageGeneration").objects
        known = generations.order_by().values_list("number", flat=True).first() or 0
        request.page_generation = known  # type: ignore[attr-defined]  # kept on the request
    return known


def remember(key: Hashable, generation: int, make: Callable[[], Value]) -> Value:
    """The value made under this generation; made anew when there is none. Callers must not change it."""
    kept = remembered.get(key, generation)
    if kept is None:
        kept = make()
        remembered.keep(key, generation, kept)
    return kept


def know_site(request: HttpRequest) -> None:
    """Spare Wagtail the look-ups of the site and of all root paths, where it keeps both: on the request."""
    if not hasattr(request, "_wagtail_site"):
        generation, host = generation_of(request), (request.get_host(), request.get_port())
        site = remember(("site", host), generation, lambda: Site.find_for_request(request))
        request._wagtail_site = site  # type: ignore[attr-defined]  # where Wagtail looks
        paths = remember(("root paths",), generation, Site.get_site_root_paths)
        request._wagtail_cached_site_root_paths = paths  # type: ignore[attr-defined]  # where Wagtail looks
