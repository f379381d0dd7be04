"""The stages of a case: laid at acceptance, begun one after the other, ended, sent back (domain.md §3.4).

Correcting papers is over once a case is accepted: a stage never asks the applicant again (行政许可法 Art. 35).
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from accounts.actors import Actor
from cases.documents.stages import review_opinion_context
from cases.domain.change import Change, changing
from cases.domain.documents import issue_by
from cases.enums import StageConclusion, StageState
from cases.models import Case, CaseStage, Opinion
from cases.models.opinions import Conclusion
from cases.procedure import OPINION_KINDS, running, stage_steps, to_start
from cases.rules.competence import stage_unit
from cases.rules.stages import forget_stages, sender, stage_at, stages_of


def lay_stages(change: Change) -> None:
    """The published steps between acceptance and decision become the stages of the case; called by what accepts.

    The rows follow from the item version, so no event tells of them; each beginning and end has an event.
    """
    case = change.case
    CaseStage.objects.bulk_create(planned_stages(case))
    forget_stages(case)


def planned_stages(case: Case) -> list[CaseStage]:
    """The rows, not saved."""
    facts = case.version.facts
    steps = [(step, stage_unit(step, item=case.item, region=case.region)) for step in stage_steps(facts, case.kind)]
    return [
        CaseStage(
            case=case,
            order=order,
            kind=step.kind,
            name=step.name,
            unit=unit,
            is_guest=unit.pk != case.unit_id,
            parallel=step.parallel,
            limit_n=step.limit.n if step.limit else 0,
            limit_unit=step.limit.unit if step.limit else "",
            counts_in_limit=step.counts_in_limit,
            min_staff=step.min_staff,
        )
        for order, (step, unit) in enumerate(steps, start=1)
    ]


def start_next(change: Change, *, in_spite: bool = False) -> None:
    """Begin what follows now, if anything does: see `cases.procedure.to_start`."""
    for stage in to_start(stages_of(change.case), in_spite=in_spite):
        start_stage(change, stage)


def start_stage(change: Change, stage: CaseStage) -> None:
    """Begin a stage, or begin it again in a new round; its clock starts (domain.md §3.5 no. 2)."""
    if stage.state != StageState.WAITING:
        stage.round += 1
    stage.state, stage.started_at = StageState.RUNNING, change.now
    stage.ended_at, stage.conclusion, stage.opinion, stage.handled_by_id = None, "", "", None
    stage.save()
    change.record("case.start_stage", data=started_data(stage))


def started_data(stage: CaseStage) -> dict[str, Any]:
    """What the event of a beginning says: the clock reads order, limit and counts; people read the rest."""
    return {
        "order": stage.order,
        "round": stage.round,
        "kind": stage.kind,
        "name": stage.name,
        "unit": stage.unit_id,
        "unit_name": stage.unit.name,
        "limit_n": stage.limit_n,
        "limit_unit": stage.limit_unit,
        "counts": stage.counts_in_limit,
    }


def end_stage(change: Change, stage: CaseStage, conclusion: StageConclusion, text: str) -> None:
    """End a running stage with what its unit found, and begin what follows."""
    stage.state = StageState.RETURNED if conclusion == StageConclusion.BACK else StageState.DONE
    stage.ended_at = change.now if stage.state == StageState.DONE else None
    stage.conclusion, stage.opinion, stage.handled_by_id = conclusion, text, change.actor.user_id
    stage.save()
    data = {"order": stage.order, "round": stage.round, "name": stage.name, "conclusion": conclusion}
    change.record("case.end_stage", opinion=text, data=data)
    if conclusion != StageConclusion.BACK:
        start_next(change)


def finish_stage(*, case: Case, order: int, conclusion: str, text: str, actor: Actor, now: datetime) -> CaseStage:
    """The unit of a running stage concludes it; an examination by another unit than the competent one goes up as a
    written opinion with everything on file (行政许可法 Art. 35)."""
    with changing(case=case, verb="finish_stage", actor=actor, now=now, order=order, text=text) as change:
        now = change.now
        stage = _known(change.case, order)
        if stage.kind in OPINION_KINDS:
            note_opinion(change, stage, conclusion, text)
        end_stage(change, stage, StageConclusion(conclusion), text)
        if stage.unit_id != change.case.unit_id and stage.kind in OPINION_KINDS:
            issue_by(change, "review_opinion", review_opinion_context(change.case, stage, now=now), unit=stage.unit)
    return stage


def note_opinion(change: Change, stage: CaseStage | None, conclusion: str, text: str) -> Opinion:
    """The opinion as the approver reads it; `conclusion` is that of the stage."""
    grants = conclusion == StageConclusion.PASS
    return Opinion.objects.create(
        case=change.case,
        stage=stage,
        user_id=change.actor.user_id,
        conclusion=Conclusion.GRANT if grants else Conclusion.DENY,
        text=text,
        given_at=change.now,
    )


def send_back(*, case: Case, order: int, reason: str, actor: Actor, now: datetime) -> CaseStage:
    """An upper unit wants an earlier stage examined again and says why; its own stage waits for the answer.

    Only the chosen stage runs again. It goes to the unit, never to the applicant (行政许可法 Art. 35).
    """
    with changing(case=case, verb="send_back", actor=actor, now=now, order=order, reason=reason) as change:
        own, target = sender(change.case, actor), _known(change.case, order)
        data = {
            "order": target.order,
            "name": target.name,
            "unit_name": target.unit.name,
            "from": own.order if own else None,
        }
        change.record("case.send_back", opinion=reason, data=data)
        if own is not None:
            end_stage(change, own, StageConclusion.BACK, reason)
        start_stage(change, target)
    return target


def continue_stages(*, case: Case, reason: str, actor: Actor, now: datetime) -> Case:
    """The competent unit has the following stages carried out although one did not pass: an opinion binds nobody."""
    with changing(case=case, verb="continue_stages", actor=actor, now=now, reason=reason) as change:
        change.record("case.continue_stages", opinion=reason)
        start_next(change, in_spite=True)
    return change.case


def own_review(case: Case) -> CaseStage | None:
    """The running examination of the competent unit itself."""
    found = (s for s in running(stages_of(case)) if s.unit_id == case.unit_id and s.kind in OPINION_KINDS)
    return next(found, None)


def _known(case: Case, order: int) -> CaseStage:
    stage = stage_at(case, order)
    if stage is None:
        raise ValueError(_("This case has no stage %(order)s.") % {"order": order})
    return stage
