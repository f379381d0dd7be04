"""Service points by meaning. Everything here is for the public: points out of service are left out."""

from django.db.models import Case, IntegerField, QuerySet, Value, When

from places.models import Region, ServicePoint, Window
from places.models.points import PointKind


def open_points() -> QuerySet[ServicePoint]:
    """Points in service with unit and region (and its town) in memory: hall first, then town centres, then stations."""
    rank = Case(
        When(kind=PointKind.COUNTY_HALL, then=Value(0)),
        When(kind=PointKind.TOWN_CENTER, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    points = ServicePoint.objects.filter(is_open=True).select_related("unit", "region__parent")
    return points.annotate(rank=rank).order_by("rank", "region__code", "name")


def county_hall() -> ServicePoint | None:
    return open_points().filter(kind=PointKind.COUNTY_HALL).first()


def center_of(town: Region) -> ServicePoint | None:
    """The service centre of a town, None when it has none in service."""
    return open_points().filter(kind=PointKind.TOWN_CENTER, region=town).first()


def station_of(village: Region) -> ServicePoint | None:
    """The station of a village or community, None when it has none in service."""
    return open_points().filter(kind=PointKind.VILLAGE_STATION, region=village).first()


def points_near(region: Region) -> QuerySet[ServicePoint]:
    """Where somebody who lives in `region` can go: the county hall, the centre of the town, the village's station."""
    line = [region.pk]
    if region.parent_id:
        line.append(region.parent_id)
        if region.parent and region.parent.parent_id:
            line.append(region.parent.parent_id)
    return open_points().filter(region__in=line)


def windows_of(point: ServicePoint) -> QuerySet[Window]:
    return point.windows.order_by("number")
