"""Which unit decides: the item's department, or the town or village of the applicant (domain.md §3.1)."""

from __future__ import annotations

from catalog.choices import DecidingLevel
from catalog.content import ItemContent, Step
from catalog.models import ServiceItem
from places.models import Region, Unit
from places.models.units import UnitKind


def deciding_region(facts: ItemContent, region: Region) -> Region | None:
    """The town or village whose own unit decides for somebody who lives in `region`; None: the item's department."""
    return _region_of_level(facts.deciding_level, region)


def competent_unit(*, item: ServiceItem, facts: ItemContent, region: Region) -> Unit:
    """The unit competent for an applicant who lives in `region`."""
    return unit_of_level(facts.deciding_level, item=item, region=region)


def unit_of_level(level: str, *, item: ServiceItem, region: Region) -> Unit:
    """The department of the item, or the unit of the village or town that `region` is or lies in.

    An applicant who lives in no town of the county (外地户籍, 跨域通办) is the department's.
    """
    area = _region_of_level(level, region)
    if area is None:
        return item.department
    kind = UnitKind.VILLAGE if level == DecidingLevel.VILLAGE else UnitKind.TOWN
    return Unit.objects.get(kind=kind, region=area)


def _region_of_level(level: str, region: Region) -> Region | None:
    if level == DecidingLevel.VILLAGE:
        return region
    return region.town if level == DecidingLevel.TOWN else None


def stage_unit(step: Step, *, item: ServiceItem, region: Region) -> Unit:
    """Which unit handles a published step: the department it names, else the one of its level.

    Never fails: the case has been accepted and somebody must handle it. A department that no longer exists hands its
    step to the item's own; a place without a committee to its town.
    """
    if step.department:
        return Unit.objects.filter(name=step.department).first() or item.department
    if step.level == DecidingLevel.VILLAGE:
        committee = Unit.objects.filter(kind=UnitKind.VILLAGE, region=region).first()
        if committee is not None:
            return committee
        return unit_of_level(DecidingLevel.TOWN, item=item, region=region)
    return unit_of_level(step.level, item=item, region=region)
