"""What the front page shows below its search box."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

from catalog import codes
from catalog.models.items import ItemState
from home.memory import generation_of, remember
from places.queries import station_of, towns

from .links import address_of
from .one_things import one_thing_tiles
from .texts import policy_card

ICONS = {
    "birth": "baby",
    "school": "school",
    "work": "work",
    "health": "health",
    "elderly": "elder",
    "hardship": "help",
    "housing": "house",
    "business": "shop",
    "funeral": "candle",
}
EXAMPLES = 5
LATEST = 3


def front_of(
    page: Any,
    request: HttpRequest,
    *,
    guides: QuerySet[Any],
    policies: QuerySet[Any],
    one_things: QuerySet[Any],
    indexes: Callable[[], tuple[Any | None, Any | None, Any | None]],
) -> dict[str, Any]:
    """`indexes`: the list of services and the list of points, asked for when nothing is remembered."""
    search = address_of("search:results")
    return {
        **remember(
            ("front",), generation_of(request), lambda: _for_all(request, guides, policies, one_things, *indexes())
        ),
        "search_action": search,
        "examples": [{"text": word, "href": f"{search}?{urlencode({'q': word})}"} for word in page.example_words()],
        "station": _own_station(request),
    }


def _for_all(
    request: HttpRequest,
    guides: QuerySet[Any],
    policies: QuerySet[Any],
    one_things: QuerySet[Any],
    services: Any | None,
    points: Any | None,
    packages: Any | None,
) -> dict[str, Any]:
    """What is the same for everybody until the next publication."""
    services_url = services.get_url(request) if services else ""
    points_url = points.get_url(request) if points else ""
    latest = list(policies.order_by("-issued_on", "-pk")[:LATEST])
    return {
        "tiles": _tiles(guides, services_url),
        "one_things": one_thing_tiles(one_things, request, ICONS),
        "one_things_url": packages.get_url(request) if packages else "",
        "services_url": services_url,
        "errands": _errands(points_url),
        "policies": [policy_card(policy, request) for policy in latest],
        "policies_url": latest[0].get_parent().get_url(request) if latest else "",
        "points_url": points_url,
        "towns": list(towns()),
    }


def _tiles(guides: QuerySet[Any], index_url: str) -> list[dict[str, str]]:
    """Life events that have at least one service, with how many; then all of them."""
    shown = guides.filter(item__state=ItemState.IN_USE, item__current_version__isnull=False)
    rows = list(shown.values_list("facets", flat=True))
    found = Counter(code for facets in rows for code in facets.get("event", ()))
    total = _("%(count)s services") % {"count": len(rows)}
    tiles = [
        {
            "title": label,
            "href": f"{index_url}?{urlencode({'event': code})}",
            "icon": ICONS.get(code, ""),
            "text": _("%(count)s services") % {"count": found[code]},
        }
        for code, label in codes.choices("life_event")
        if found[code]
    ]
    return [*tiles, {"title": _("All services"), "href": index_url, "icon": "menu", "text": total}]


def _errands(points_url: str) -> list[dict[str, str]]:
    errands = [
        (_("Track a case"), address_of("online:track"), "clock"),
        (_("Verify a certificate"), address_of("verify:index"), "verify"),
        (_("Find a service point"), points_url, "place"),
        (_("Ask for a visit at home"), address_of("door:request"), "calendar"),
    ]
    return [{"title": title, "href": href, "icon": icon} for title, href, icon in errands if href]


def _own_station(request: HttpRequest) -> Any | None:
    """The station of the village of a resident who is signed in."""
    user = request.user
    resident = getattr(user, "resident", None) if user.is_authenticated else None
    return station_of(resident.region) if resident else None
