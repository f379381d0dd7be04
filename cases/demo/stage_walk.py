"""The stages of a show case, each finished by its own unit, up to the competent unit's opinion."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from django.utils import timezone

from accounts.actors import Actor
from cases.demo.writer import acting_unit
from cases.domain.publicity import start_publicity
from cases.domain.review import give_opinion
from cases.domain.site_checks import Findings, record_site_check
from cases.domain.stages import finish_stage
from cases.enums import StageConclusion
from cases.models import Case, CaseStage
from cases.procedure import ON_SITE_KINDS, OPINION_KINDS, running
from cases.rules.masked import proposed_content
from catalog.choices import StepKind
from places.models import Unit

StaffOf = Callable[[Unit, str], Actor]
STEP = timedelta(minutes=10)


def walk_stages(
    *, case: Case, conclusion: str, text: str, staff_of: StaffOf, at: datetime, until_joint: bool = False
) -> None:
    """Finish one stage after the other until none runs or a publicity does; `staff_of(unit, role)` finds who acts.

    `until_joint`: stop when the first of several units side by side has answered.
    """
    given = False
    while stage := _next(case):
        unit = acting_unit(stage.unit)
        reviewer = staff_of(unit, "reviewer")
        if stage.kind == StepKind.PUBLICITY:
            content = proposed_content(case, on=timezone.localdate(at))
            contact = f"{unit.name} {case.version.facts.consult_phone}".strip()
            place = f"{case.region.name}村（居）务公开栏、本网站"
            start_publicity(case=case, content=content, place=place, contact=contact, actor=reviewer, now=at)
            return
        if stage.kind in OPINION_KINDS and stage.unit_id == case.unit_id:
            give_opinion(case=case, conclusion=conclusion, text=text, actor=reviewer, now=at)
            given = True
        else:
            if stage.kind in ON_SITE_KINDS:
                _check(case, reviewer, staff_of(unit, "approver"), at)
            passed = StageConclusion.PASS
            words = "经审查，情况属实，符合条件。"
            finish_stage(case=case, order=stage.order, conclusion=passed, text=words, actor=reviewer, now=at)
        at += STEP
        if until_joint and stage.parallel:
            return
    if not given:
        give_opinion(case=case, conclusion=conclusion, text=text, actor=staff_of(case.unit, "reviewer"), now=at)


def _next(case: Case) -> CaseStage | None:
    found = CaseStage.objects.filter(case=case).select_related("unit__parent").order_by("order")
    return next(iter(running(list(found))), None)


def _check(case: Case, first: Actor, second: Actor, at: datetime) -> None:
    findings = Findings(
        at=at - timedelta(minutes=5),
        place=case.region.full_name,
        first_staff=first.user_id or 0,
        second_staff=second.user_id or 0,
        facts="现场情况与申请一致。",
        meets_conditions=True,
        signed_by=case.applicant.name,
    )
    record_site_check(case=case, findings=findings, actor=first, now=at)
