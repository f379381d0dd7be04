"""Places for tests: one small county, made on demand."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from places.differences import differences, fingerprint
from places.domain.decide_change import put_change_in_force
from places.domain.propose_change import propose_calendar_change
from places.models import CalendarChange, Region, ServicePoint, Unit
from places.models.calendar import DayKind
from places.models.points import PointKind
from places.models.regions import RegionLevel
from places.models.units import UnitKind
from places.planned_days import PlannedDay

NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Person:
    """Somebody who acts, as far as places knows people."""

    name: str
    user_id: int | None


PROPOSER, SECOND = Person("何建国", 101), Person("孙丽", 102)


def emergency(day: date, name: str = "暴雪") -> PlannedDay:
    return PlannedDay(day, DayKind.EMERGENCY, False, name)


def holiday(day: date, name: str = "春节") -> PlannedDay:
    return PlannedDay(day, DayKind.HOLIDAY, False, name)


def make_change(*days: PlannedDay, jurisdiction: str = "", **values) -> CalendarChange:
    """Proposed and waiting."""
    told = {"reason": "大雪红色预警", "source": "云政〔2026〕3号", "actor": PROPOSER, "now": NOON, **values}
    return propose_calendar_change(jurisdiction=jurisdiction, days=days, **told)


def seen(change: CalendarChange) -> str:
    """What somebody looked at who saw the change as it is now."""
    return fingerprint(differences(change.jurisdiction, [PlannedDay.from_json(data) for data in change.days]))


def change_days(*days: PlannedDay, jurisdiction: str = "", **values) -> CalendarChange:
    """Proposed by one person and put in force by another."""
    change = make_change(*days, jurisdiction=jurisdiction, **values)
    return put_change_in_force(change=change, seen=seen(change), actor=SECOND, now=NOON)


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
