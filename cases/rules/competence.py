"""Which unit decides: the item's department, or the town or village of the applicant (domain.md §3.1)."""

from __future__ import annotations

from catalog.content import ItemContent
from catalog.models import ServiceItem
from places.models import Region, Unit
from places.models.units import UnitKind


def competent_unit(*, item: ServiceItem, facts: ItemContent, region: Region) -> Unit:
    """The unit competent for an applicant who lives in `region`."""
    if facts.deciding_level == "county":
        return item.department
    if facts.deciding_level == "village":
        return Unit.objects.get(kind=UnitKind.VILLAGE, region=region)
    town = region.town
    if town is None:
        return item.department
    return Unit.objects.get(kind=UnitKind.TOWN, region=town)
