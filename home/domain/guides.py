"""What the list of services narrows by, kept on the guide so that the list reads no version."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from catalog.content import ItemContent
from home.models import GuidePage, WindowPage
from places.models.regions import RegionLevel


def refresh_facets(*, item_ids: Collection[int] | None = None) -> None:
    """Bring the facets of the guides of these items (None: of all) up to the published versions. Idempotent."""
    guides = GuidePage.objects.exclude(item__current_version=None).select_related("item__current_version")
    if item_ids is not None:
        guides = guides.filter(item_id__in=item_ids)
    towns = towns_by_item()
    for guide in guides:
        version = guide.item.current_version
        _store(guide, {**facets_of(version.facts), "town": sorted(towns[guide.item_id])})


def refresh_towns() -> None:
    """After a change of the one-stop windows: in which towns each item is taken."""
    towns = towns_by_item()
    for guide in GuidePage.objects.only("pk", "item_id", "facets"):
        _store(guide, {**guide.facets, "town": sorted(towns[guide.item_id])})


def facets_of(facts: ItemContent) -> dict[str, list[str]]:
    return {
        "department": [facts.department],
        "audience": list(facts.service_objects),
        "theme": list(dict.fromkeys([*facts.personal_themes, *facts.corporate_themes])),
        "event": list(facts.life_events),
        "online": ["yes" if facts.is_online else "no"],
        "assist": list(facts.assist_modes),
        "usual": [_usual(facts)],
        "visits": [str(facts.visits)],
        "free": ["no" if facts.fees else "yes"],
    }


def _usual(facts: ItemContent) -> str:
    """`12 working_day`: how long it usually takes, else the promised limit."""
    promised = facts.promised_limit
    if facts.usual_days and promised.unit != "instant":
        return f"{facts.usual_days} working_day"
    return f"{promised.n} {promised.unit}"


def towns_by_item() -> dict[int, set[str]]:
    """Codes of the towns with a one-stop window that takes the item. Windows of the county hall serve every town."""
    found: dict[int, set[str]] = defaultdict(set)
    taken = WindowPage.objects.live().filter(point__is_open=True).exclude(items=None)
    rows: Iterable[tuple[Any, ...]] = taken.values_list("items", "point__region__code", "point__region__level")
    for item_id, code, level in rows:
        if level == RegionLevel.TOWN:
            found[item_id].add(code)
    return found


def _store(guide: GuidePage, facets: dict[str, Any]) -> None:
    if guide.facets != facets:
        GuidePage.objects.filter(pk=guide.pk).update(facets=facets)
