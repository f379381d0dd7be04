"""Service points: found by town, kind and name; what each can do for people."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from catalog.models.items import ItemState
from places.models import ServicePoint
from places.models.points import PointKind
from places.queries import open_points, towns, windows_of

from .paging import one_page, query_without
from .service_list import guide_card

LONGEST_NAME = 40


def point_list(request: HttpRequest, *, index_url: str) -> dict[str, Any]:
    town, kind = _known_town(request.GET.get("town", "")), _known_kind(request.GET.get("kind", ""))
    name = " ".join(request.GET.get("q", "")[:LONGEST_NAME].split())
    points = open_points()
    for word in name.split():
        points = points.filter(Q(name__icontains=word) | Q(address__icontains=word))
    page = one_page(_narrowed(points, town, kind), request.GET)
    return {
        "page_of_list": page,
        "query": query_without(request.GET),
        "name": name,
        "town": town,
        "kind": kind,
        "cards": [point_card(point, index_url) for point in page],
        "total": page.paginator.count,
        "groups": [
            _town_group(_narrowed(points, "", kind), town, kind, name),
            _kind_group(_narrowed(points, town, ""), town, kind, name),
        ],
    }


def public_point(point_id: int) -> ServicePoint | None:
    return open_points().filter(pk=point_id).first()


def point_card(point: ServicePoint, index_url: str) -> dict[str, Any]:
    return {
        "title": point.name,
        "href": f"{index_url}{point.pk}/",
        "text": point.address,
        "meta": [point.hours, point.phone],
    }


def point_context(
    point: ServicePoint, request: HttpRequest, *, guides: QuerySet[Any], windows: QuerySet[Any]
) -> dict[str, Any]:
    """`windows`: the live one-stop window pages, which say what a hall or centre takes."""
    page = windows.filter(point=point).first()
    return {
        "point": point,
        "windows": list(windows_of(point)),
        "facts": point_rows(point),
        "geo": geo_link(point),
        "cards": items_at(point, request, guides=guides, window_page=page),
        "window_page": page,
        "is_station": point.kind == PointKind.VILLAGE_STATION,
    }


def items_at(point: ServicePoint, request: HttpRequest, *, guides: QuerySet[Any], window_page: Any) -> list[Any]:
    """What its window page lists; without one, at a station what helpers do for people, elsewhere everything."""
    shown = guides.filter(item__state=ItemState.IN_USE, item__current_version__isnull=False).order_by("path")
    if window_page is not None:
        return [guide_card(guide, request) for guide in shown.filter(item__in=window_page.items.all())]
    found = list(shown)
    if point.kind == PointKind.VILLAGE_STATION:
        found = [guide for guide in found if "by_proxy" in guide.facets.get("assist", ())]
    return [guide_card(guide, request) for guide in found]


def point_rows(point: ServicePoint) -> list[dict[str, str]]:
    rows = [
        (pgettext("office", "Address"), point.address),
        (_("Opening hours"), point.hours),
        (_("Telephone"), point.phone),
        (_("Run by"), point.unit.name),
        (_("Facilities"), point.facilities),
    ]
    return [{"key": key, "value": value} for key, value in rows if value]


def geo_link(point: ServicePoint) -> str:
    """Opens the map of the device itself (RFC 5870); '' without coordinates."""
    if point.latitude is None or point.longitude is None:
        return ""
    return f"geo:{point.latitude},{point.longitude}"


def window_context(page: Any, request: HttpRequest, *, guides: QuerySet[Any]) -> dict[str, Any]:
    point = page.point
    return {
        "point": point,
        "facts": point_rows(point),
        "geo": geo_link(point),
        "windows": list(windows_of(point)),
        "cards": items_at(point, request, guides=guides, window_page=page),
    }


def _known_kind(kind: str) -> str:
    return kind if kind in PointKind.values else ""


def _known_town(code: str) -> str:
    return code if code and towns().filter(code=code).exists() else ""


def _narrowed(points: QuerySet[ServicePoint], town: str, kind: str) -> QuerySet[ServicePoint]:
    if town:
        points = points.filter(Q(region__code=town) | Q(region__parent__code=town))
    return points.filter(kind=kind) if kind else points


def _town_group(points: QuerySet[ServicePoint], town: str, kind: str, name: str) -> dict[str, Any]:
    within = points.filter(region__parent__level="town").order_by().values_list("region__parent__code")
    own = points.filter(region__level="town").order_by().values_list("region__code")
    found: dict[str, int] = {}
    for rows in (within, own):
        for code, number in rows.annotate(number=Count("pk")):
            found[code] = found.get(code, 0) + number
    labels = towns().values_list("code", "name")
    return _group(_("Town"), "town", labels, found, {"q": name, "town": town, "kind": kind})


def _kind_group(points: QuerySet[ServicePoint], town: str, kind: str, name: str) -> dict[str, Any]:
    found = dict(points.order_by().values_list("kind").annotate(number=Count("pk")))
    return _group(_("Kind of place"), "kind", PointKind.choices, found, {"q": name, "town": town, "kind": kind})


def _group(title: str, key: str, labels: Any, found: dict[str, int], chosen: dict[str, str]) -> dict[str, Any]:
    options = []
    for code, label in labels:
        current = chosen[key] == code
        asked = {**chosen, key: "" if current else code}
        href = "?" + urlencode({name: value for name, value in asked.items() if value})
        if found.get(code) or current:
            options.append({"label": label, "count": found.get(code, 0), "href": href, "current": current})
    return {"title": title, "options": options}
