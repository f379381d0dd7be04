"""A county item that goes through town, village and departments; cases are brought to a stage by the verbs."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from accounts.actors import Actor
from accounts.models import Resident, Role
from cases.domain.intake import accept_case
from cases.domain.materials import check_material
from cases.domain.publicity import end_publicity, start_publicity
from cases.domain.review import give_opinion, start_review
from cases.domain.site_checks import Findings, record_site_check
from cases.domain.stages import finish_stage
from cases.enums import MaterialState
from cases.models import Case, CaseStage, SiteCheck
from catalog.models import ServiceItem
from core.domain.uploads import store_upload
from core.models import StoredFile
from places.models import ServicePoint, Unit
from places.models.points import PointKind
from places.models.units import UnitKind
from tests.accounts.factories import ResidentFactory, ServicePointFactory, UnitFactory
from tests.cases.factories import County, make_item
from tests.cases.photos import photo

DAYS = {"unit": "working_day"}
ACCEPT = {"name": "受理", "kind": "accept", "level": "town"}
SURVEY = {
    "name": "入户调查",
    "kind": "survey",
    "level": "town",
    "limit": {"n": 10, **DAYS},
    "min_staff": 2,
}
TOWN_REVIEW = {"name": "乡镇初审", "kind": "review", "level": "town", "limit": {"n": 3, **DAYS}}
PUBLICITY = {"name": "公示", "kind": "publicity", "level": "village", "limit": {"n": 7, "unit": "day"}}
COUNTY_REVIEW = {"name": "县级审核", "kind": "review", "level": "county", "limit": {"n": 4, **DAYS}}
APPROVE = {"name": "审批", "kind": "approve", "level": "county", "limit": {"n": 3, **DAYS}}
DELIVER = {"name": "送达", "kind": "deliver", "level": "town"}
LAND = {
    "name": "自然资源部门审查",
    "kind": "joint_review",
    "level": "county",
    "department": "云溪县自然资源局",
    "parallel": "联审",
    "limit": {"n": 3, **DAYS},
}
HOUSING = {**LAND, "name": "住建部门审查", "department": "云溪县住房和城乡建设局"}
SITE_CHECK = {**SURVEY, "name": "现场核查", "kind": "site_check", "level": "county"}


class Joint(County):
    """The county with an item of several units. `steps` between acceptance and decision may be chosen."""

    steps: tuple[dict[str, Any], ...] = (SURVEY, TOWN_REVIEW, PUBLICITY, COUNTY_REVIEW)
    key = "minimum_living"
    changes: dict[str, Any] = {}

    @cached_property
    def item(self) -> ServiceItem:
        steps = [ACCEPT, *self.steps, APPROVE, DELIVER]
        return make_item(self.key, department=self.department, steps=steps, **self.changes)

    @cached_property
    def village_unit(self) -> Unit:
        return UnitFactory(
            kind=UnitKind.VILLAGE, region=self.village, name="柳树村村民委员会", parent=self.town_unit, phone="0990-1"
        )

    @cached_property
    def station(self) -> ServicePoint:
        return ServicePointFactory(
            unit=self.village_unit, region=self.village, kind=PointKind.VILLAGE_STATION, name="柳树村便民服务站"
        )

    @cached_property
    def resident(self) -> Resident:
        return ResidentFactory(name="王秀英", region=self.village)

    def of(self, role: Role, unit: Unit | None = None, name: str = "") -> Actor:
        return self.staff(role, unit=unit or self.department, name=name)

    @property
    def county_reviewer(self) -> Actor:
        return self.of(Role.REVIEWER)

    @property
    def county_approver(self) -> Actor:
        return self.of(Role.APPROVER)

    @property
    def head(self) -> Actor:
        return self.of(Role.UNIT_HEAD)

    @property
    def county_clerk(self) -> Actor:
        return self.of(Role.WINDOW_CLERK, name="钱进")

    def accepted(self, **values: Any) -> Case:
        _made = self.village_unit
        case = self.received(**values)
        for material in case.materials.exclude(state=MaterialState.SHARED):
            check_material(case=case, key=material.key, state=MaterialState.OK, actor=self.county_clerk, now=self.now)
        return accept_case(case=case, actor=self.county_clerk, now=self.later(1))

    def begun(self, **values: Any) -> Case:
        """The first stage runs."""
        return start_review(case=self.accepted(**values), actor=self.reviewer, now=self.later(2))

    def stage(self, case: Case, name: str) -> CaseStage:
        return CaseStage.objects.select_related("unit").get(case=case, name=name)

    def finish(
        self, case: Case, name: str, actor: Actor, conclusion: str = "pass", at: datetime | None = None
    ) -> CaseStage:
        stage = self.stage(case, name)
        return finish_stage(
            case=case, order=stage.order, conclusion=conclusion, text="情况属实", actor=actor, now=at or self.later(4)
        )

    def check_on_site(self, case: Case, actor: Actor | None = None, **changes: Any) -> SiteCheck:
        actor = actor or self.reviewer
        colleague = self.staff(Role.APPROVER, unit=self._unit(actor))
        given = {
            "at": self.later(2),
            "place": "柳树村3组",
            "first_staff": actor.user_id,
            "second_staff": colleague.user_id,
            "facts": "住房两间，家中一人",
            "meets_conditions": True,
            "signed_by": "王秀英",
        }
        files = {"photos": [self.photo()], "signature": None}
        files |= {name: changes.pop(name) for name in tuple(changes) if name in files}
        return record_site_check(
            case=case, findings=Findings(**{**given, **changes}), actor=actor, now=self.later(3), **files
        )

    def photo(self) -> StoredFile:
        return store_upload(upload=photo(), user_id=None, now=self.now)

    def _unit(self, actor: Actor) -> Unit:
        return self.town_unit if actor.unit_id == self.town_unit.pk else self.department

    def surveyed(self) -> Case:
        case = self.begun()
        self.check_on_site(case)
        self.finish(case, "入户调查", self.reviewer)
        return case

    def town_reviewed(self, conclusion: str = "pass") -> Case:
        case = self.surveyed()
        self.finish(case, "乡镇初审", self.reviewer, conclusion)
        return case

    def published(self, content: str = "申请人：王*英\n村（社区）：青石镇柳树村") -> Case:
        case = self.town_reviewed()
        start_publicity(
            case=case,
            content=content,
            place="柳树村村务公开栏",
            contact="青石镇民政办 0990-5551101",
            actor=self.reviewer,
            now=self.later(5),
        )
        return case

    def at_county(self) -> Case:
        """The county department's own examination runs."""
        case = self.published()
        end_publicity(case=case, actor=self.reviewer, now=self.after(12))
        return Case.objects.get(pk=case.pk)

    def at_decision(self) -> Case:
        case = self.at_county()
        give_opinion(
            case=case, conclusion="grant", text="符合条件", actor=self.county_reviewer, now=self.after(12) + HOUR
        )
        return Case.objects.get(pk=case.pk)

    def after(self, days: int) -> datetime:
        return self.now + timedelta(days=days)


HOUR = timedelta(hours=1)
