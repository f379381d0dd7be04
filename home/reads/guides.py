"""What a guide shows besides the facts of its item: places, share code, policies."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest

from home.memory import generation_of, remember
from places.calendar import county_calendar
from places.queries import county_hall

from .links import address_of, share_code
from .points import point_card


def guide_context(
    page: Any, request: HttpRequest, *, windows: QuerySet[Any], point_index: Callable[[], Any | None]
) -> dict[str, Any]:
    """`facts` is None while the item has no published version (only a preview gets that far)."""
    item = page.item
    version = item.current_version
    share_url = settings.PUBLIC_URL.rstrip("/") + (page.get_url(request) or "/")
    generation = generation_of(request)
    points_url, points = remember(
        ("points", item.pk), generation, lambda: _where(item, windows, point_index(), request)
    )
    return {
        "item": item,
        "version": version,
        "facts": version.facts if version else None,
        "calendar": remember(("calendar",), generation, county_calendar),
        "answers": dict(request.GET.items()),
        "points": points,
        "points_url": points_url,
        "apply_url": address_of("online:start", item.key),
        "share_url": share_url,
        "share_code": share_code(share_url),
    }


def _where(item: Any, windows: QuerySet[Any], index: Any | None, request: HttpRequest) -> tuple[str, list[Any]]:
    """Address of the list of points, and the cards of those that take the item."""
    url = index.get_url(request) if index else ""
    return url, _points(item, windows, url) if url else []


def _points(item: Any, windows: QuerySet[Any], index_url: str) -> list[dict[str, Any]]:
    """Halls and centres whose windows take the item; the county hall where no window page names it."""
    taking = windows.filter(items=item, point__is_open=True).select_related("point")
    points = {page.point_id: page.point for page in taking.order_by("point__region__code")}
    hall = county_hall() if not points and item.is_entry_center else None
    return [point_card(point, index_url) for point in [*points.values(), *([hall] if hall else [])]]
