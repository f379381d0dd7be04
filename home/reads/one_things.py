"""一件事 on the public pages: its cards wherever they help, and what the page of a package shows."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from catalog.guide.package import PackageGuide, PartRow, build_package_guide
from catalog.packages import Package, open_packages, package_of
from home.memory import generation_of, remember
from places.calendar import load_calendar
from places.queries import county

from .links import address_of, share_code

Card = dict[str, Any]
PART = "part"


def one_thing_cards(
    pages: QuerySet[Any], request: HttpRequest, *, event: str = "", item_key: str = ""
) -> list[dict[str, Any]]:
    """The packages that can be applied for now: all, those of a life event, or those an item belongs to."""
    cards = remember(("one_things",), generation_of(request), lambda: _cards(pages, request))
    return [
        card for card in cards if (not event or card["event"] == event) and (not item_key or item_key in card["keys"])
    ]


def _cards(pages: QuerySet[Any], request: HttpRequest) -> list[Card]:
    packages = {package.one_thing.pk: package for package in open_packages()}
    shown = pages.filter(one_thing__in=packages).order_by("one_thing__order", "path")
    return [_card(page, packages[page.one_thing_id], request) for page in shown]


def _card(page: Any, package: Package, request: HttpRequest) -> Card:
    return {
        "title": page.title,
        "href": page.get_url(request) or "",
        "text": page.summary or package.one_thing.summary,
        "meta": [_("%(count)s items in one go") % {"count": len(package.parts)}, package.one_thing.lead.name],
        "event": package.one_thing.life_event,
        "keys": [part.key for part in package.parts],
    }


def one_thing_tiles(pages: QuerySet[Any], request: HttpRequest, icons: dict[str, str]) -> list[dict[str, str]]:
    """For the front page: each package as a tile with the drawing of its life event."""
    return [
        {
            "title": card["title"],
            "href": card["href"],
            "icon": icons.get(card["event"], ""),
            "text": _("%(count)s items in one go") % {"count": len(card["keys"])},
        }
        for card in one_thing_cards(pages, request)
    ]


def one_thing_context(page: Any, request: HttpRequest, *, guides: QuerySet[Any], points_url: str) -> dict[str, Any]:
    """`start_url` is '' while the common application is not there: each item is applied for by itself then."""
    package = package_of(page.one_thing)
    here = county()
    guide = build_package_guide(
        package,
        keys=request.GET.getlist(PART),
        answers=dict(request.GET.items()),
        now=timezone.localtime(),
        calendar=load_calendar(jurisdiction=here.code if here else ""),
    )
    picked = PART in request.GET
    urls = _guide_urls(package, guides, request)
    share_url = settings.PUBLIC_URL.rstrip("/") + (page.get_url(request) or "/")
    return {
        "one_thing": page.one_thing,
        "package": package,
        "guide": guide,
        "parts": [_part(row, urls) for row in guide.parts],
        "facts_of_package": _strip(guide, picked),
        "start_url": address_of("online:thing", page.one_thing.key),
        "points_url": points_url,
        "share_url": share_url,
        "share_code": share_code(share_url),
        "picked": picked,
        "narrowed": bool(guide.answers) or picked,
    }


def _guide_urls(package: Package, guides: QuerySet[Any], request: HttpRequest) -> dict[int, str]:
    found = guides.filter(item__in=[part.item.pk for part in package.parts])
    return {guide.item_id: guide.get_url(request) or "" for guide in found}


def _part(row: PartRow, urls: dict[int, str]) -> dict[str, Any]:
    return {
        "row": row,
        "facts": row.part.facts,
        "guide_url": urls.get(row.part.item.pk, ""),
        "start_url": address_of("online:start", row.part.key) if row.part.facts.is_online else "",
    }


def _strip(guide: PackageGuide, picked: bool) -> list[dict[str, str]]:
    """The four facts people come for, for the whole package."""
    last = guide.latest.on if guide.latest else None
    saved = guide.questions_apart - guide.questions
    return [
        {
            "key": _("How many things"),
            "value": (_("%(count)s items") if picked else _("%(count)s items at most")) % {"count": len(guide.chosen)},
            "note": _("each of them is decided by itself"),
        },
        {
            "key": _("All done by"),
            "value": _("by %(month)s/%(day)s") % {"month": last.month, "day": last.day} if last else _("On the spot"),
            "note": _("if everything is accepted today"),
        },
        {
            "key": _("Papers and form"),
            "value": _("%(count)s papers") % {"count": len(guide.own_papers)},
            "note": _("one form, %(count)s questions fewer than one by one") % {"count": saved},
        },
        {
            "key": _("Trips to the office"),
            "value": _("No visit needed")
            if not guide.visits
            else _("%(count)s visits at most") % {"count": guide.visits},
            "note": _("free of charge") if guide.is_free else "",
        },
    ]
