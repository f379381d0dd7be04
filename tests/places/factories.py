"""Places for tests: one small county, made on demand."""

from places.models import Region, ServicePoint, Unit
from places.models.points import PointKind
from places.models.regions import RegionLevel
from places.models.units import UnitKind


def make_county(**values) -> Region:
    return Region.objects.create(**{"code": "990100", "name": "云溪县", "level": RegionLevel.COUNTY, **values})


def make_town(county: Region, *, code: str = "990100003", name: str = "青石镇") -> Region:
    return Region.objects.create(code=code, name=name, level=RegionLevel.TOWN, parent=county)


def make_village(town: Region, *, code: str = "990100003201", name: str = "柳树村") -> Region:
    return Region.objects.create(code=code, name=name, level=RegionLevel.VILLAGE, parent=town)


def make_unit(region: Region, *, name: str = "云溪县民政局", kind: UnitKind = UnitKind.DEPARTMENT) -> Unit:
    return Unit.objects.create(name=name, short_name="云民", kind=kind, region=region)


def make_point(region: Region, unit: Unit, **values) -> ServicePoint:
    defaults = {
        "name": f"{region.name}便民服务站",
        "kind": PointKind.VILLAGE_STATION,
        "address": "云溪县青石镇1号",
        "hours": "周一至周五 9:00–17:00",
        "phone": "0990-5550001",
    }
    return ServicePoint.objects.create(region=region, unit=unit, **{**defaults, **values})
