"""The list of services: narrowed by links, counted, twenty a page, in a constant number of queries."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog import codes
from catalog.models.items import ItemState
from core.text import format_limit
from home.facets import Facets, counts, matches
from places.queries import towns

from .one_things import one_thing_cards
from .paging import one_page, query_without

KINDS = ("event", "theme", "audience", "department", "town", "online")


def service_list(request: HttpRequest, *, guides: QuerySet[Any], one_things: QuerySet[Any]) -> dict[str, Any]:
    shown = guides.filter(item__state=ItemState.IN_USE, item__current_version__isnull=False)
    rows: list[tuple[int, Facets]] = list(shown.order_by("path").values_list("pk", "facets"))
    labels = _labels(rows)
    chosen = {kind: code for kind in KINDS if (code := request.GET.get(kind, "")) in labels[kind]}
    page = one_page([pk for pk, facets in rows if matches(facets, chosen)], request.GET)
    return {
        "page_of_list": page,
        "query": query_without(request.GET),
        "cards": _cards(list(page), guides, request),
        "one_things": _packages(one_things, request, chosen, page.number),
        "total": page.paginator.count,
        "groups": _groups(rows, labels, chosen),
        "chosen": [labels[kind][code] for kind, code in chosen.items()],
    }


def _cards(pks: list[int], guides: QuerySet[Any], request: HttpRequest) -> list[dict[str, Any]]:
    found = {guide.pk: guide for guide in guides.filter(pk__in=pks)}
    return [guide_card(found[pk], request) for pk in pks]


def _packages(pages: QuerySet[Any], request: HttpRequest, chosen: dict[str, str], number: int) -> list[dict[str, Any]]:
    """Above the first page: those of the chosen life event, all while nothing is chosen."""
    if number > 1 or set(chosen) - {"event"}:
        return []
    return one_thing_cards(pages, request, event=chosen.get("event", ""))


def guide_card(guide: Any, request: HttpRequest) -> dict[str, Any]:
    return {
        "title": guide.title,
        "href": guide.get_url(request),
        "text": guide.summary,
        "meta": _card_words(guide.facets),
    }


def _card_words(facets: Facets) -> list[str]:
    """Department, how long, cost, visits: what people compare before they open a guide."""
    words = list(facets.get("department", ()))
    for usual in facets.get("usual", ()):
        n, _space, unit = usual.partition(" ")
        words.append(format_limit(int(n), unit))
    if "yes" in facets.get("free", ()):
        words.append(_("No charge"))
    for visits in facets.get("visits", ()):
        count = int(visits)
        least = ngettext("%(count)s visit at most", "%(count)s visits at most", count) % {"count": count}
        words.append(least if count else _("No visit needed"))
    return words


def _labels(rows: list[tuple[int, Facets]]) -> dict[str, dict[str, str]]:
    """Every code that can be chosen, with its words, in the order in which it is offered."""
    departments = sorted({name for _pk, facets in rows for name in facets.get("department", ())})
    return {
        "event": dict(codes.choices("life_event")),
        "theme": {**dict(codes.choices("personal_theme")), **dict(codes.choices("corporate_theme"))},
        "audience": dict(codes.choices("service_object")),
        "department": {name: name for name in departments},
        "town": dict(towns().values_list("code", "name")),
        "online": {"yes": _("Can be done online"), "no": _("Only at a window")},
    }


def _groups(
    rows: list[tuple[int, Facets]], labels: dict[str, dict[str, str]], chosen: dict[str, str]
) -> list[dict[str, Any]]:
    found = counts((facets for _pk, facets in rows), KINDS, chosen)
    titles = {
        "event": _("What is happening in your life"),
        "theme": _("Theme"),
        "audience": _("Served people"),
        "department": _("Department"),
        "town": _("Town"),
        "online": _("Way of handling"),
    }
    groups = []
    for kind in KINDS:
        options = [
            {
                "label": words,
                "count": found[kind][code],
                "href": _href(kind, code, chosen),
                "current": chosen.get(kind) == code,
            }
            for code, words in labels[kind].items()
            if found[kind][code] or chosen.get(kind) == code
        ]
        groups.append({"title": titles[kind], "options": options})
    return [group for group in groups if group["options"]]


def _href(kind: str, code: str, chosen: dict[str, str]) -> str:
    """To the list with this choice made; with it taken away where it is made already."""
    rest = {other: value for other, value in chosen.items() if other != kind}
    asked = rest if chosen.get(kind) == code else {**rest, kind: code}
    return f"?{urlencode(asked)}"
