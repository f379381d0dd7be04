"""Write planned lives in bulk: the rows the verbs would have written, with the same numbers and clocks."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any, cast

from django.utils import timezone

from accounts.actors import Actor
from accounts.models import Mandate
from cases.clock import light_at, wind
from cases.demo.cast import Cast, resident_actor
from cases.demo.plan import Plan, situations_of
from cases.demo.timeline import Step, Story
from cases.domain.change import CLOCK_FIELDS
from cases.enums import AcceptMode, Channel, MaterialState, Outcome, Status
from cases.models import Application, Case, CaseEvent, CaseMaterial
from cases.rules.competence import competent_unit
from catalog.models import ServiceItem
from flow.calendar import WorkCalendar
from flow.events import who
from flow.numbers import case_number, case_series, exchange_number, exchange_series
from places.models import ServicePoint, Unit
from places.models.units import UnitKind

OUTCOMES = {
    "case.grant": Outcome.GRANTED,
    "case.deny": Outcome.DENIED,
    "case.withdraw": Outcome.WITHDRAWN,
    "case.inform_not_required": Outcome.NOT_REQUIRED,
    "case.refuse_intake": Outcome.NOT_ACCEPTED,
}


@dataclass
class Numbers:
    """Serial numbers handed out in memory; written to the series at the end, so that the next real one follows."""

    last: Counter[str] = field(default_factory=Counter)

    def next(self, series: str) -> int:
        self.last[series] += 1
        return self.last[series]


@dataclass
class Life:
    """A case that is being written, with its steps and the people who took them."""

    case: Case
    steps: list[Step]
    events: list[CaseEvent]


class Writer:
    """Turns plans into rows; nothing is saved before `save` of the batch."""

    def __init__(self, *, cast: Cast, calendar: WorkCalendar, numbers: Numbers, now: datetime) -> None:
        self.cast, self.calendar, self.numbers, self.now = cast, calendar, numbers, now
        self.random = Random(912)
        self.units: dict[tuple[int, int], Unit] = {}
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
        story = Story(
            random=self.random, facts=facts, received_at=plan.received_at, calendar=self.calendar, now=self.now
        )
        steps = story.steps()
        day = timezone.localdate(plan.received_at)
        case = Case(
            application=application,
            item=item,
            version=version,
            applicant=plan.resident,
            channel=plan.channel,
            region=plan.resident.region,
            unit=self._unit(plan, item),
            status=steps[-1].state_to,
            accept_mode=AcceptMode.INSTANT if facts.is_instant else AcceptMode.NORMAL,
            number=case_number(day.year, self.numbers.next(case_series(day.year))),
            exchange_number=exchange_number(
                facts.task_code, day, self.numbers.next(exchange_series(facts.task_code, day))
            ),
            version_no=len(steps),
        )
        actors = [self._actor(step, case, plan, mandate, point) for step in steps]
        events = [self._event(case, step, actor, mandate) for step, actor in zip(steps, actors, strict=True)]
        self._settle(case, steps, actors, events)
        return Life(case, steps, events)

    def _settle(self, case: Case, steps: list[Step], actors: list[Actor], events: list[CaseEvent]) -> None:
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
        town = plan.resident.region.town
        key = (item.pk, town.pk if town else plan.resident.region_id)
        if key not in self.units:
            version = item.current_version
            assert version is not None  # noqa: S101 - the demo's items are all published
            self.units[key] = competent_unit(item=item, facts=version.facts, region=plan.resident.region)
        return self.units[key]

    def _actor(self, step: Step, case: Case, plan: Plan, mandate: Mandate | None, point: ServicePoint | None) -> Actor:
        if step.by == "applicant":
            return self._applicant_side(plan, mandate, point)
        # The second person of a refusal is another one than the first; so is the approver of the reviewer.
        pick = case.applicant_id + (1 if step.verb == "case.refuse_intake" else 0)
        return self.cast.staff(
            step.by,
            case.unit_id,
            is_department=case.unit.kind == UnitKind.DEPARTMENT,
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
        answers: dict[str, Any] = {}
        for item in plan.items:
            version = item.current_version
            for question in version.facts.form if version else ():
                answers.setdefault(question.key, question.example)
        return answers
