"""Write planned lives in bulk: the rows the verbs would have written, with the same numbers and clocks."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import takewhile
from random import Random
from typing import Any, cast

from accounts.actors import Actor
from accounts.models import Mandate
from cases.clock import light_at, wind
from cases.demo.cast import Cast, resident_actor
from cases.demo.plan import Plan, situations_of
from cases.demo.staging import lay_between, settle
from cases.demo.timeline import Step, Story
from cases.domain.change import CLOCK_FIELDS
from cases.domain.numbers import number_case
from cases.domain.stages import planned_stages
from cases.enums import AcceptMode, Channel, MaterialState, Outcome, Status
from cases.models import Application, Case, CaseEvent, CaseMaterial, CaseStage
from cases.rules.competence import competent_unit, deciding_region
from catalog.models import ItemVersion, ServiceItem
from flow.calendar import WorkCalendar
from flow.events import who
from places.models import Region, ServicePoint, Unit
from places.models.units import UnitKind

OUTCOMES = {
    "case.grant": Outcome.GRANTED,
    "case.deny": Outcome.DENIED,
    "case.withdraw": Outcome.WITHDRAWN,
    "case.inform_not_required": Outcome.NOT_REQUIRED,
    "case.refuse_intake": Outcome.NOT_ACCEPTED,
}

AT_HOME = ("address", "household_address")


@dataclass
class Numbers:
    """Serial numbers handed out in memory; written to the series at the end, so that the next real one follows."""

    last: Counter[str] = field(default_factory=Counter)

    def next(self, *, series: str) -> int:
        self.last[series] += 1
        return self.last[series]


@dataclass
class Life:
    """A case that is being written, with its steps and the people who took them."""

    case: Case
    steps: list[Step]
    events: list[CaseEvent]
    materials: list[CaseMaterial] = field(default_factory=list)
    stages: list[CaseStage] = field(default_factory=list)

    def event_of(self, step: Step) -> CaseEvent:
        return self.events[self.steps.index(step)]


class Writer:
    """Turns plans into rows; nothing is saved before `save` of the batch."""

    def __init__(self, *, cast: Cast, calendar: WorkCalendar, numbers: Numbers, now: datetime) -> None:
        self.cast, self.calendar, self.numbers, self.now = cast, calendar, numbers, now
        self.random = Random(912)
        self.units: dict[tuple[int, int | None], Unit] = {}
        self.planned: dict[tuple[int, int], list[dict[str, Any]]] = {}
        self.centers = {point.region_id: point for point in ServicePoint.objects.filter(kind="town_center")}
        self.hall = ServicePoint.objects.filter(kind="county_hall").first()

    def application(self, plan: Plan, mandate: Mandate | None) -> tuple[Application, list[Life]]:
        point = self._point(plan)
        application = Application(
            applicant=plan.resident,
            mandate=mandate,
            channel=plan.channel,
            point=point,
            region=plan.resident.region,
            created_by_id=self._applicant_side(plan, mandate, point).user_id,
            situations={item.key: situations_of(item, self.random) for item in plan.items},
            answers=cast(Any, self._answers(plan)),
            declared_at=plan.received_at,
            privacy_shown_at=plan.received_at,
            created_at=plan.received_at - timedelta(minutes=self.random.randint(5, 40)),
            updated_at=plan.received_at,
            submitted_at=plan.received_at,
        )
        return application, [self._life(plan, item, application, mandate, point) for item in plan.items]

    def _life(
        self,
        plan: Plan,
        item: ServiceItem,
        application: Application,
        mandate: Mandate | None,
        point: ServicePoint | None,
    ) -> Life:
        version = item.current_version
        assert version is not None  # noqa: S101 - the demo's items are all published
        facts = version.facts
        story = Story(random=self.random, facts=facts, received_at=plan.received_at, calendar=self.calendar)
        unit = self._unit(plan, item)
        stages = self._stages(item, version, plan.resident.region, unit)
        happened = [step for step in lay_between(story.steps(), stages, unit) if step.at <= self.now]
        # What nobody is there to do has not been done: a village committee without a reviewer leaves the case waiting.
        told = [(step, self._actor(step, _acting(stages, step, unit), plan, mandate, point)) for step in happened]
        done = list(takewhile(lambda one: one[1] is not None, told))
        steps, actors = [step for step, _actor in done], [actor for _step, actor in done if actor]
        case = Case(
            application=application,
            item=item,
            version=version,
            applicant=plan.resident,
            channel=plan.channel,
            region=plan.resident.region,
            unit=unit,
            status=steps[-1].state_to,
            accept_mode=AcceptMode.INSTANT if facts.is_instant else AcceptMode.NORMAL,
            version_no=len(steps),
        )
        number_case(case, now=plan.received_at, draw=self.numbers.next)
        events = [self._event(case, step, actor, mandate) for step, actor in zip(steps, actors, strict=True)]
        if not any(step.verb == "case.accept" for step in steps):
            stages = []
        for stage in stages:
            stage.case = case
        self._settle(case, steps, actors, events, stages)
        return Life(case, steps, events, stages=stages)

    def _stages(self, item: ServiceItem, version: ItemVersion, region: Region, unit: Unit) -> list[CaseStage]:
        """As `planned_stages`, asked once for each item and village; the case is not there yet."""
        key = (item.pk, region.pk)
        if key not in self.planned:
            names = [field.name for field in CaseStage._meta.concrete_fields if field.name not in ("id", "case")]
            rows = planned_stages(Case(item=item, version=version, region=region, unit=unit))
            self.planned[key] = [{name: getattr(row, name) for name in names} for row in rows]
        return [CaseStage(**facts) for facts in self.planned[key]]

    def _settle(
        self,
        case: Case,
        steps: list[Step],
        actors: list[Actor],
        events: list[CaseEvent],
        stages: list[CaseStage],
    ) -> None:
        clerks = {"case.accept", "case.request_correction", "case.inform_not_required"}
        for step, actor in zip(steps, actors, strict=True):
            if step.verb in clerks:
                case.intake_clerk_id = actor.user_id
            elif step.verb in ("case.start_review", "case.give_opinion"):
                case.reviewer_id = actor.user_id
            elif step.verb in ("case.grant", "case.deny"):
                case.approver_id = actor.user_id
            case.outcome = OUTCOMES.get(step.verb, case.outcome)
        if not any(step.verb == "case.accept" for step in steps):
            case.accept_mode = ""
        clocks = wind(events, case.version.facts, self.calendar)
        for name in CLOCK_FIELDS:
            setattr(case, name, getattr(clocks, name))
        case.light = light_at(clocks=clocks, now=self.now, calendar=self.calendar)
        settle(stages, events, clocks)

    def _event(self, case: Case, step: Step, actor: Actor, mandate: Mandate | None) -> CaseEvent:
        agent = mandate is not None and mandate.agent_id == actor.user_id
        data = {**step.data, "receiver": case.applicant.name} if "receiver" in step.data else step.data
        return CaseEvent(
            case=case,
            verb=step.verb,
            state_from=step.state_from,
            state_to=step.state_to,
            at=step.at,
            on_behalf_of=case.applicant.name if agent else "",
            opinion=step.opinion,
            data=data,
            **who(actor),
        )

    def materials(self, life: Life) -> list[CaseMaterial]:
        """The required papers in the state the story left them."""
        case, status = life.case, life.case.status
        defects = {key for step in life.steps for key in step.data.get("keys", ())}
        answers = case.application.situations.get(case.item.key, {})
        rows = []
        for order, material in enumerate(case.version.facts.materials_for(answers)):
            state = MaterialState.OK
            if material.shared:
                state = MaterialState.SHARED
            elif status == Status.RECEIVED:
                state = self.random.choice((MaterialState.PROVIDED, MaterialState.PROVIDED, MaterialState.MISSING))
            elif status == Status.CORRECTION_REQUIRED and material.key in defects:
                supplied = any(step.verb == "case.supply_paper" for step in life.steps)
                state = MaterialState.PROVIDED if supplied else MaterialState.DEFECT
            rows.append(
                CaseMaterial(
                    case=case,
                    key=material.key,
                    name=material.name,
                    necessity=material.necessity,
                    state=state,
                    order=order,
                )
            )
        return rows

    def _unit(self, plan: Plan, item: ServiceItem) -> Unit:
        version, region = item.current_version, plan.resident.region
        assert version is not None  # noqa: S101 - the demo's items are all published
        area = deciding_region(version.facts, region)
        key = (item.pk, area.pk if area else None)
        if key not in self.units:
            self.units[key] = competent_unit(item=item, facts=version.facts, region=region)
        return self.units[key]

    def _actor(
        self, step: Step, unit: Unit, plan: Plan, mandate: Mandate | None, point: ServicePoint | None
    ) -> Actor | None:
        if step.by == "applicant":
            return self._applicant_side(plan, mandate, point)
        # The second person of a refusal is another one than the first; so is the approver of the reviewer.
        pick = plan.resident.pk + (1 if step.verb == "case.refuse_intake" else 0)
        return self.cast.staff(
            step.by,
            unit.pk,
            is_department=unit.kind == UnitKind.DEPARTMENT,
            point_id=point.pk if point else None,
            pick=pick,
        )

    def _applicant_side(self, plan: Plan, mandate: Mandate | None, point: ServicePoint | None) -> Actor:
        helper = self.cast.helpers.get(plan.resident.region_id)
        if mandate is not None and helper is not None:
            return helper
        if point is not None and (clerks := self.cast.by_point.get(point.pk)):
            return clerks[plan.resident.pk % len(clerks)]
        return resident_actor(plan.resident)

    def _point(self, plan: Plan) -> ServicePoint | None:
        if plan.channel != Channel.WINDOW:
            return None
        town = plan.resident.region.town
        return self.centers.get(town.pk) if town else self.hall

    def _answers(self, plan: Plan) -> dict[str, Any]:
        """The examples of the form, but everybody lives at home: what was answered once fills the next form."""
        home = plan.resident.region.address(plan.resident.address)
        answers: dict[str, Any] = {}
        for item in plan.items:
            version = item.current_version
            for question in version.facts.form if version else ():
                answers.setdefault(question.key, home if question.key in AT_HOME else question.example)
        return answers


def _acting(stages: list[CaseStage], step: Step, unit: Unit) -> Unit:
    """Who takes the step: the unit of its stage, the town for its villages; else the competent unit."""
    own = next((stage.unit for stage in stages if step.order and stage.order == step.order), unit)
    return acting_unit(own) if step.order else own


def acting_unit(unit: Unit) -> Unit:
    """The town acts for its villages."""
    return unit.parent if unit.kind == UnitKind.VILLAGE and unit.parent else unit
