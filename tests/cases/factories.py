"""A small county with one item, its staff and a resident; cases are brought to a state by the verbs themselves."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

import yaml
from django.conf import settings

from accounts.actors import Actor
from accounts.domain.actors import actor_for
from accounts.models import Resident, Role
from cases.domain.applications import declare_application, start_application
from cases.domain.correct import Defect, request_correction
from cases.domain.decide import deny_case, grant_case
from cases.domain.intake import accept_case
from cases.domain.materials import check_material
from cases.domain.review import give_opinion, start_review
from cases.domain.submit import submit_application
from cases.enums import Channel, MaterialState
from cases.models import Application, Case
from catalog.content import ItemContent
from catalog.models import ItemVersion, ServiceItem
from places.models import ServicePoint, Unit
from places.models.points import PointKind
from places.models.units import UnitKind
from tests.accounts.factories import (
    PostFactory,
    ResidentFactory,
    ServicePointFactory,
    TownFactory,
    UnitFactory,
    VillageFactory,
)

MONDAY = datetime(2026, 11, 2, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


def make_item(key: str = "senior_allowance", *, department: Unit, **changes: Any) -> ServiceItem:
    """An item with version 1 in use, its content from the project's own data with `changes`."""
    path = next((settings.ROOT / "catalog" / "data" / "items").rglob(f"{key}.yaml"))
    data = {**yaml.safe_load(path.read_text(encoding="utf-8")), **changes}
    content = ItemContent.from_json(data)
    item = ServiceItem.objects.create(key=content.key, name=content.name, department=department, live=True)
    version = ItemVersion.objects.create(
        item=item, number=1, name=content.name, content=content.to_json(), published_at=MONDAY
    )
    item.current_version = version
    item.save()
    return item


@dataclass
class County:
    """The people and places of most case tests; everything is made when first asked for."""

    now: datetime = MONDAY
    people: dict[str, Actor] = field(default_factory=dict)

    @cached_property
    def town_unit(self) -> Unit:
        return UnitFactory(
            kind=UnitKind.TOWN,
            region=TownFactory(name="青石镇"),
            name="青石镇人民政府",
            short_name="青石",
            credit_code="11990100000000115Q",
        )

    @cached_property
    def department(self) -> Unit:
        return UnitFactory(name="云溪县民政局", short_name="云民", credit_code="11990100000000115Q")

    @cached_property
    def center(self) -> ServicePoint:
        return ServicePointFactory(unit=self.town_unit, region=self.town_unit.region, name="青石镇便民服务中心")

    @cached_property
    def village(self) -> Any:
        return VillageFactory(parent=self.town_unit.region, name="柳树村")

    @cached_property
    def station(self) -> ServicePoint:
        return ServicePointFactory(
            unit=UnitFactory(kind=UnitKind.VILLAGE, region=self.village, name="柳树村村民委员会"),
            region=self.village,
            kind=PointKind.VILLAGE_STATION,
            name="柳树村便民服务站",
        )

    @cached_property
    def item(self) -> ServiceItem:
        return make_item(department=self.department)

    @cached_property
    def resident(self) -> Resident:
        return ResidentFactory(name="王秀英", region=self.village, elder=True)

    @cached_property
    def resident_actor(self) -> Actor:
        return self.actor_of(self.resident)

    def actor_of(self, resident: Resident) -> Actor:
        return actor_for(user=resident.user, on=self.now.date())

    def staff(self, role: Role, *, name: str = "", unit: Unit | None = None) -> Actor:
        """The actor of a role in the town (or `unit`); the same one each time for the same role, name and unit."""
        key = f"{role}:{name}:{unit.pk if unit else ''}"
        if key not in self.people:
            points = {Role.WINDOW_CLERK: self.center, Role.STATION_HELPER: self.station}
            values: dict[str, Any] = {"role": role, "unit": unit or self.town_unit, "point": points.get(role)}
            if role == Role.STATION_HELPER:
                values["region"] = self.village
            post = PostFactory(**values)
            if name:
                post.user.display_name = name
                post.user.save()
            self.people[key] = actor_for(user=post.user, on=self.now.date())
        return self.people[key]

    @property
    def clerk(self) -> Actor:
        return self.staff(Role.WINDOW_CLERK)

    @property
    def reviewer(self) -> Actor:
        return self.staff(Role.REVIEWER)

    @property
    def approver(self) -> Actor:
        return self.staff(Role.APPROVER)

    def draft(self, **values: Any) -> Application:
        """A declared draft of the resident's own, ready to submit; `values` go to start_application."""
        given = {
            "applicant": self.resident,
            "items": [self.item],
            "channel": Channel.ONLINE,
            "actor": self.resident_actor,
            "now": self.now,
            **values,
        }
        application = start_application(**given)
        declare_application(application=application, now=self.now)
        return application

    def received(self, **values: Any) -> Case:
        application = self.draft(**values)
        actor = values.get("actor", self.resident_actor)
        return submit_application(application=application, actor=actor, now=self.now)[0]

    def checked(self, case: Case) -> Case:
        """Every required paper found in order."""
        for material in case.materials.exclude(state=MaterialState.SHARED):
            check_material(case=case, key=material.key, state=MaterialState.OK, actor=self.clerk, now=self.now)
        return case

    def correction_required(self) -> Case:
        case = self.received()
        material = case.materials.exclude(state=MaterialState.SHARED).first()
        defect = Defect(material.key, material.name, "照片模糊,看不清账号", "请重新拍一张清楚的照片")
        request_correction(case=case, defects=[defect], actor=self.clerk, now=self.now)
        return Case.objects.get(pk=case.pk)

    def accepted(self, **values: Any) -> Case:
        return accept_case(case=self.checked(self.received(**values)), actor=self.clerk, now=self.later(1))

    def reviewing(self, **values: Any) -> Case:
        return start_review(case=self.accepted(**values), actor=self.reviewer, now=self.later(2))

    def reviewed(self, conclusion: str = "grant", **values: Any) -> Case:
        case = self.reviewing(**values)
        give_opinion(case=case, conclusion=conclusion, text="情况属实", actor=self.reviewer, now=self.later(3))
        return Case.objects.get(pk=case.pk)

    def granted(self, **values: Any) -> Case:
        return grant_case(case=self.reviewed(**values), actor=self.approver, now=self.later(4))

    def denied(self) -> Case:
        return deny_case(
            case=self.reviewed("deny"),
            reasons="申请人未满八十周岁",
            basis="高龄津贴发放办法第三条",
            actor=self.approver,
            now=self.later(4),
        )

    def later(self, hours: int) -> datetime:
        return self.now + timedelta(hours=hours)
