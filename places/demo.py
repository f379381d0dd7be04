"""Load the places of the invented demo county. Safe to run again: what is there is left as it is."""

from collections import Counter

from django.db import transaction

from .data import demo_points as spots
from .data.credit_codes import ORGAN, RESIDENTS_COMMITTEE, VILLAGE_COMMITTEE, invented_credit_code
from .data.demo_county import (
    COUNTY,
    COUNTY_CODE,
    DEPARTMENTS,
    TOWNS,
    Place,
    committee_name,
    demo_towns,
    demo_villages,
    town_office_name,
)
from .models import Region, ServicePoint, Unit, Window
from .models.points import PointKind
from .models.regions import RegionLevel
from .models.units import UnitKind

HALL_WINDOWS = 8
CENTER_WINDOWS = 4


@transaction.atomic
def build_places() -> None:
    """Regions, units, service points and windows of 云溪县, in a constant number of queries."""
    towns, villages = demo_towns(), demo_villages()
    regions = _build_regions(towns, villages)
    units = _build_units(towns, villages, regions)
    _build_points(towns, villages, regions, units)
    _build_windows()


def _build_regions(towns: list[Place], villages: list[Place]) -> dict[str, Region]:
    _add_regions([Region(code=COUNTY_CODE, name=COUNTY, level=RegionLevel.COUNTY)])
    county = Region.objects.get(code=COUNTY_CODE)
    _add_regions([Region(code=town.code, name=town.name, level=RegionLevel.TOWN, parent=county) for town in towns])
    parents = {region.code: region for region in Region.objects.filter(parent=county)}
    _add_regions(
        [
            Region(code=village.code, name=village.name, level=RegionLevel.VILLAGE, parent=parents[village.code[:9]])
            for village in villages
        ]
    )
    return {region.code: region for region in Region.objects.filter(code__startswith=COUNTY_CODE)}


def _add_regions(regions: list[Region]) -> None:
    Region.objects.bulk_create(regions, ignore_conflicts=True)


def _build_units(towns: list[Place], villages: list[Place], regions: dict[str, Region]) -> dict[str, Unit]:
    """Three levels, each under the one before: government; departments and towns; committees. Keyed by name."""
    county = regions[COUNTY_CODE]
    government = Unit(name=f"{COUNTY}人民政府", short_name="云政", kind=UnitKind.GOVERNMENT, region=county)
    _add_units([_complete(government, 0)])
    government = Unit.objects.get(name=government.name)
    departments = [
        _complete(
            Unit(name=COUNTY + name, short_name=short, kind=UnitKind.DEPARTMENT, region=county, parent=government),
            n,
        )
        for n, (name, short) in enumerate(DEPARTMENTS, start=1)
    ]
    offices = [_town_office(n, town, regions[town.code], government) for n, town in enumerate(towns)]
    _add_units(departments + offices)
    parents = {unit.name: unit for unit in Unit.objects.filter(kind=UnitKind.TOWN)}
    superior = {town.code: parents[town_office_name(town)] for town in towns}
    _add_units([_committee(n, v, regions[v.code], superior[v.code[:9]]) for n, v in enumerate(villages)])
    return {unit.name: unit for unit in Unit.objects.filter(region__code__startswith=COUNTY_CODE)}


def _complete(unit: Unit, n: int) -> Unit:
    unit.credit_code = invented_credit_code(ORGAN, n + 1)
    unit.phone = spots.phone(20 + n)
    unit.address = f"{COUNTY}溪北街道云溪大道{60 + 2 * n}号"
    return unit


def _town_office(n: int, town: Place, region: Region, government: Unit) -> Unit:
    return Unit(
        name=town_office_name(town),
        short_name=TOWNS[n][1],
        kind=UnitKind.TOWN,
        region=region,
        parent=government,
        credit_code=invented_credit_code(ORGAN, 50 + n),
        phone=spots.phone(40 + n),
        address=spots.town_spot(n, town).address,
    )


def _committee(n: int, village: Place, region: Region, superior: Unit) -> Unit:
    kind = RESIDENTS_COMMITTEE if village.is_community else VILLAGE_COMMITTEE
    return Unit(
        name=committee_name(village),
        kind=UnitKind.VILLAGE,
        region=region,
        parent=superior,
        credit_code=invented_credit_code(kind, 100 + n),
        phone=spots.phone(100 + n),
        address=f"{COUNTY}{village.town}{village.name}",
    )


def _add_units(units: list[Unit]) -> None:
    Unit.objects.bulk_create(units, ignore_conflicts=True)


def _build_points(
    towns: list[Place], villages: list[Place], regions: dict[str, Region], units: dict[str, Unit]
) -> None:
    hall = _point(
        f"{COUNTY}政务服务中心", PointKind.COUNTY_HALL, units[f"{COUNTY}政务服务管理局"], regions[COUNTY_CODE],
        spots.hall_spot(), spots.HALL_HOURS, spots.HALL_FACILITIES,
    )  # fmt: skip
    centers = [
        _point(
            f"{town.name}便民服务中心", PointKind.TOWN_CENTER, units[town_office_name(town)], regions[town.code],
            spots.town_spot(n, town), spots.CENTER_HOURS, spots.CENTER_FACILITIES,
        )
        for n, town in enumerate(towns)
    ]  # fmt: skip
    seen: Counter[str] = Counter()
    stations = []
    for n, village in enumerate(villages):
        town_n = int(village.code[6:9]) - 1
        spot = spots.village_spot(n, town_n, seen[village.town], village)
        seen[village.town] += 1
        stations.append(
            _point(
                f"{village.town}{village.name}便民服务站", PointKind.VILLAGE_STATION, units[committee_name(village)],
                regions[village.code], spot, spots.STATION_HOURS, spots.STATION_FACILITIES,
            )
        )  # fmt: skip
    ServicePoint.objects.bulk_create([hall, *centers, *stations], ignore_conflicts=True)


def _point(
    name: str, kind: PointKind, unit: Unit, region: Region, spot: spots.Spot, hours: str, facilities: str
) -> ServicePoint:
    return ServicePoint(
        name=name,
        kind=kind,
        unit=unit,
        region=region,
        address=spot.address,
        hours=hours,
        phone=spot.phone,
        latitude=spot.latitude,
        longitude=spot.longitude,
        facilities=facilities,
    )


def _build_windows() -> None:
    """Comprehensive windows at the county hall and the town centres; stations have a desk, not windows."""
    counts = {PointKind.COUNTY_HALL: HALL_WINDOWS, PointKind.TOWN_CENTER: CENTER_WINDOWS}
    points = ServicePoint.objects.filter(region__code__startswith=COUNTY_CODE, kind__in=counts)
    Window.objects.bulk_create(
        [
            Window(point=point, number=f"{n:02d}", name="综合受理窗口")
            for point in points
            for n in range(1, counts[PointKind(point.kind)] + 1)
        ],
        ignore_conflicts=True,
    )
