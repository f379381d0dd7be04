"""Regions by meaning, in the order of their codes."""

from django.db.models import QuerySet

from places.models import Region
from places.models.regions import RegionLevel


def county() -> Region | None:
    """The county this installation serves; None before regions are loaded."""
    return Region.objects.filter(level=RegionLevel.COUNTY).order_by("code").first()


def towns() -> QuerySet[Region]:
    return Region.objects.filter(level=RegionLevel.TOWN).order_by("code")


def villages_of(town: Region) -> QuerySet[Region]:
    """Villages and communities of one town, with `parent` in memory for `full_name`."""
    return Region.objects.filter(level=RegionLevel.VILLAGE, parent=town).select_related("parent").order_by("code")
