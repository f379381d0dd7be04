"""Reads of items for rooms above and for the back office."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import Http404

from catalog.models import ItemVersion, ServiceItem
from catalog.models.items import ItemState


def published_items() -> QuerySet[ServiceItem]:
    """Items in use that have a version, with that version; for lists of what can be applied for."""
    return ServiceItem.objects.filter(state=ItemState.IN_USE, current_version__isnull=False).select_related(
        "current_version", "department"
    )


def version_in_use(item_key: str) -> ItemVersion:
    """The version that holds now, also of a paused item: its papers stay readable. Raises `Http404`."""
    found = ItemVersion.objects.filter(
        pk__in=ServiceItem.objects.filter(key=item_key).values("current_version")
    ).first()
    if found is None:
        raise Http404(item_key)
    return found


def versions_of(item: ServiceItem) -> QuerySet[ItemVersion]:
    """All versions, the newest first, with the two people of each."""
    return item.versions.select_related("edited_by", "published_by").order_by("-number")
