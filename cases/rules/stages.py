"""Conditions on the stages of a case and on who works in them (domain.md §3.4; 行政许可法 Art. 34, 35, 42)."""

from __future__ import annotations

from django.db.models import BigAutoField
from django.utils.translation import gettext as _

from accounts.actors import Actor
from accounts.models import Role
from cases.enums import StageState
from cases.models import Case, CaseStage
from cases.procedure import (
    FIRST,
    ON_SITE_KINDS,
    OPINION_KINDS,
    is_ready_for_decision,
    is_stopped,
    not_passed,
    running,
)
from cases.queries.cases import UNIT_ROLES
from cases.rules.context import CaseContext
from cases.rules.who import may_do_alone
from catalog.choices import StepKind
from core.prepared import Prepared, keep_prefetched, rows_of
from flow.conditions import Condition
from places.models import Unit
from places.models.units import UnitKind

REVIEW_ROLES = (Role.REVIEWER, Role.UNIT_HEAD)
_LEVELS = {UnitKind.VILLAGE: 0, UnitKind.TOWN: 1}
COUNTY_LEVEL = 2
_STAGES = Prepared(
    lambda case: CaseStage.objects.filter(case_id=case).select_related("unit").order_by("order"),
    case=BigAutoField(),
)


def stages_of(case: Case) -> list[CaseStage]:
    """The stages in their order, read once per instance of the case: verbs change these very objects."""
    if "stages" not in getattr(case, "_prefetched_objects_cache", {}):
        keep_prefetched(case, "stages", _STAGES.rows(case=case.pk))
    return list(case.stages.all())


def forget_stages(case: Case) -> None:
    """After stages were added, so that the next look reads them anew."""
    getattr(case, "_prefetched_objects_cache", {}).pop("stages", None)


def stage_at(case: Case, order: object) -> CaseStage | None:
    return next((stage for stage in stages_of(case) if stage.order == order), None)


def works_for(actor: Actor, unit: Unit) -> bool:
    """Whether the post is of this unit; the town works for its villages, which have no reviewers of their own."""
    if actor.unit_id is None:
        return False
    return actor.unit_id == unit.pk or (unit.kind == UnitKind.VILLAGE and unit.parent_id == actor.unit_id)


def level_of(unit: Unit) -> int:
    """0 village, 1 town, 2 county."""
    return _LEVELS.get(UnitKind(unit.kind), COUNTY_LEVEL)


def reads_through_stage(case: Case, actor: Actor) -> bool:
    """Whether an opened stage of the actor's unit lets her read the case; the same as `cases.queries.stages.takes_part`."""
    opened = (s for s in stages_of(case) if s.order == FIRST or s.started_at is not None)
    return actor.has_role(*UNIT_ROLES) and any(works_for(actor, stage.unit) for stage in opened)


def own_running(case: Case, actor: Actor, *kinds: str) -> list[CaseStage]:
    """The running stages of the actor's unit, of these kinds or of any."""
    return [s for s in running(stages_of(case)) if works_for(actor, s.unit) and (not kinds or s.kind in kinds)]


def to_finish(case: Case, actor: Actor) -> list[CaseStage]:
    """The stages that `finish_stage` ends: publicity ends by its own verb, the competent unit's review by an opinion."""
    own_review = {s.order for s in running(stages_of(case)) if s.unit_id == case.unit_id and s.kind in OPINION_KINDS}
    found = own_running(case, actor)
    return [stage for stage in found if stage.order not in own_review and stage.kind != StepKind.PUBLICITY]


def sender(case: Case, actor: Actor) -> CaseStage | None:
    """The running stage from which the actor's unit would send back; None for the competent unit at the decision."""
    return next(iter(own_running(case, actor)), None)


def to_send_back_to(case: Case, actor: Actor) -> list[CaseStage]:
    """Done stages before the actor's own, of the same or a lower unit: a file never goes back upwards (Art. 35)."""
    own = sender(case, actor)
    if own is None and not (_of_case_unit(case, actor) and is_ready_for_decision(stages_of(case))):
        return []
    level = level_of(own.unit) if own else level_of(case.unit)
    done = (stage for stage in stages_of(case) if stage.state == StageState.DONE)
    return [s for s in done if level_of(s.unit) <= level and (own is None or s.order < own.order)]


def _of_case_unit(case: Case, actor: Actor) -> bool:
    return actor.has_role(*UNIT_ROLES) and works_for(actor, case.unit)


def may_review(case: Case, actor: Actor) -> bool:
    """A reviewer of the competent unit or of a unit whose stage is running: the same scope as `in_running_stage`."""
    if not actor.has_role(*REVIEW_ROLES):
        return False
    return works_for(actor, case.unit) or bool(own_running(case, actor))


def _at_work(context: CaseContext) -> str | None:
    if may_review(context.case, context.actor):
        return None
    units = dict.fromkeys([context.case.unit.name, *(s.unit.name for s in running(stages_of(context.case)))])
    return _("Only a reviewer of %(units)s can do this.") % {"units": "、".join(units)}


def _takes_part(context: CaseContext) -> str | None:
    """Reviewers of a running stage, and at the decision everybody of the competent unit who decides."""
    case, actor = context.case, context.actor
    if may_review(case, actor) or (actor.has_role(*UNIT_ROLES) and works_for(actor, case.unit)):
        return None
    return _at_work(context)


def _first_unit(context: CaseContext) -> str | None:
    """T10 belongs to the unit of the first stage; the competent unit may open the review as well."""
    case, actor = context.case, context.actor
    if may_do_alone(context):
        return None
    first = stage_at(case, FIRST)
    units = [case.unit, *([first.unit] if first else [])]
    if actor.has_role(*REVIEW_ROLES) and any(works_for(actor, unit) for unit in units):
        return None
    names = dict.fromkeys(unit.name for unit in reversed(units))
    return _("Only a reviewer of %(units)s can do this.") % {"units": "、".join(names)}


def _own_turn(context: CaseContext) -> str | None:
    """The competent unit gives its opinion in its own stage, or once all the others are done."""
    stages = stages_of(context.case)
    own = [s for s in running(stages) if s.unit_id == context.case.unit_id and s.kind in OPINION_KINDS]
    if own or is_ready_for_decision(stages):
        return None
    return _under_way(stages)


def _under_way(stages: list[CaseStage]) -> str:
    open_ones = [s for s in stages if s.state == StageState.RUNNING] or [
        s for s in stages if s.state != StageState.DONE
    ]
    names = "、".join(f"{stage.name}（{stage.unit.name}）" for stage in open_ones)
    return _("Not finished yet: %(stages)s.") % {"stages": names}


def _stage_to_finish(context: CaseContext) -> str | None:
    own = to_finish(context.case, context.actor)
    order = context.given.get("order")
    if own and (order is None or any(stage.order == order for stage in own)):
        return None
    if any(stage.kind == StepKind.PUBLICITY for stage in own_running(context.case, context.actor)):
        return _("A publicity is ended by itself, once its term is over and every objection is handled.")
    return _("No stage of your unit is running that you could finish.")


def _checked_on_site(context: CaseContext) -> str | None:
    order = context.given.get("order")
    found = [s for s in to_finish(context.case, context.actor) if order is None or s.order == order]
    wanting = [stage for stage in found if stage.kind in ON_SITE_KINDS and not _has_record(context.case, stage)]
    if not wanting or (order is None and len(wanting) < len(found)):
        return None
    return _("“%(stage)s” needs its record first: two named staff, place, time and what was found.") % {
        "stage": wanting[0].name
    }


def _has_record(case: Case, stage: CaseStage) -> bool:
    """A record of this round: what a stage that was sent back had found before does not count again."""
    since = stage.started_at
    return since is not None and any(
        c.stage_id == stage.pk and c.recorded_at >= since for c in rows_of(case, "site_checks")
    )


def _can_send_back(context: CaseContext) -> str | None:
    allowed = to_send_back_to(context.case, context.actor)
    order = context.given.get("order")
    if allowed and (order is None or any(stage.order == order for stage in allowed)):
        return None
    if order is not None and allowed:
        return _("A file is sent back to an earlier stage of the same or a lower unit, never to a higher one.")
    return _("There is no earlier stage to which your unit could send the file back now.")


def _stopped(context: CaseContext) -> str | None:
    if is_stopped(stages_of(context.case)):
        return None
    return _("No stage is held up: each following one begins by itself.")


def _stages_done(context: CaseContext) -> str | None:
    stages = stages_of(context.case)
    return None if is_ready_for_decision(stages) else _under_way(stages)


def _stages_passed(context: CaseContext) -> str | None:
    failed = not_passed(stages_of(context.case))
    if not failed:
        return None
    names = "、".join(stage.name for stage in failed)
    return _("Not passed: %(stages)s. Send it back to be examined again, or deny.") % {"stages": names}


TAKES_PART = Condition("takes_part", "domain.md §11", _takes_part)
REVIEWER_AT_WORK = Condition("reviewer_at_work", "domain.md §11", _at_work)
FIRST_UNIT = Condition("first_unit", "domain.md §3.3 T10", _first_unit)
OWN_TURN = Condition("own_turn", "domain.md §3.4", _own_turn)
STAGE_TO_FINISH = Condition("stage_to_finish", "domain.md §3.4", _stage_to_finish)
CHECKED_ON_SITE = Condition("checked_on_site", "行政许可法 第34条", _checked_on_site)
CAN_SEND_BACK = Condition("can_send_back", "行政许可法 第35条", _can_send_back)
STOPPED = Condition("stopped", "domain.md §3.4", _stopped)
STAGES_DONE = Condition("stages_done", "domain.md §3.3 T14", _stages_done)
STAGES_PASSED = Condition("stages_passed", "domain.md §3.3 T14", _stages_passed, override=(Role.UNIT_HEAD,))
