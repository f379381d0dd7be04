"""What a guide shows besides the facts of its item: places, share code, policies."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import segno
from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.safestring import SafeString, mark_safe

from home.memory import current_generation, remember
from places.queries import county_hall

from .points import point_card


def guide_context(
    page: Any, request: HttpRequest, *, windows: QuerySet[Any], point_index: Callable[[], Any | None]
) -> dict[str, Any]:
    """`facts` is None while the item has no published version (only a preview gets that far)."""
    item = page.item
    version = item.current_version
    share_url = settings.PUBLIC_URL.rstrip("/") + (page.get_url(request) or "/")
    points_url, points = remember(
        ("points", item.pk), current_generation(), lambda: _where(item, windows, point_index(), request)
    )
    return {
        "item": item,
        "version": version,
        "facts": version.facts if version else None,
        "answers": dict(request.GET.items()),
        "points": points,
        "points_url": points_url,
        "apply_url": address_of("online:start", item.key),
        "share_url": share_url,
        "share_code": share_code(share_url),
    }


def address_of(name: str, *args: Any) -> str:
    """'' while the face it leads to is not installed."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


@lru_cache(maxsize=4096)
def share_code(url: str) -> SafeString:
    """The address as a QR code, drawn into the page."""
    return mark_safe(segno.make(url, error="m").svg_inline(scale=4, border=2, dark="#14202b", light="#fff"))


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
