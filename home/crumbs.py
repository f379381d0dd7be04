"""The way to a page, for the breadcrumbs of every public page."""

from __future__ import annotations

from django.http import HttpRequest
from wagtail.models import Page

from home.memory import generation_of, remember

FRONT_DEPTH = 2


def crumbs_of(page: Page, request: HttpRequest) -> list[dict[str, str]]:
    """From below the front page down to the page itself, which has no link."""
    if page.depth is None or page.depth <= FRONT_DEPTH:
        return []
    if page.pk is None or getattr(request, "is_preview", False):
        return _way(page, request)
    return remember(("crumbs", page.pk), generation_of(request), lambda: _way(page, request))


def _way(page: Page, request: HttpRequest) -> list[dict[str, str]]:
    above = page.get_ancestors().filter(depth__gt=FRONT_DEPTH).order_by("depth")
    return [{"title": one.title, "href": one.get_url(request) or ""} for one in above] + [{"title": page.title}]
