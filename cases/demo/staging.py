"""The stages of an invented life: their beginnings and ends laid between the steps of its story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from cases.clock import Clocks, Happening
from cases.demo.timeline import REVIEWER, Step
from cases.domain.stages import started_data
from cases.enums import StageConclusion, Status
from cases.models import CaseEvent, CaseStage
from cases.procedure import ON_SITE_KINDS, OPINION_KINDS, groups
from cases.stage_life import stages_from
from catalog.choices import StepKind
from places.models import Unit

DECISIONS = ("case.grant", "case.deny")
WEEK = timedelta(days=7)
PUBLICITY_DAYS = 7
WORDS = "经审查，情况属实，符合条件。"
NO_OBJECTION = "公示期满，无异议。"
SHORTLY = timedelta(minutes=6)


def lay_between(steps: Sequence[Step], stages: Sequence[CaseStage], unit: Unit) -> list[Step]:
    """`steps` with those of the stages among them; a publicity pushes the decision back by whole weeks."""
    moments = {step.verb: step.at for step in steps}
    begun, opinion = moments.get("case.start_review"), moments.get("case.give_opinion")
    if not stages or begun is None or opinion is None:
        return list(steps)
    ordered = groups(stages)
    own = next((n for n, group in reversed(list(enumerate(ordered))) if _is_own(group, unit)), len(ordered))
    granted = "case.grant" in moments
    # After an opinion against it nothing begins any more.
    after = ordered[own + 1 :] if granted else []
    late = _pushed_back(steps, after)
    decision = next((step.at for step in late if step.verb in DECISIONS), late[-1].at)
    passed = StageConclusion.PASS if granted else StageConclusion.FAIL
    told = [
        *_run(ordered[:own], begun, opinion),
        *_own(ordered[own : own + 1], begun, opinion, own, passed),
        *_run(after, opinion + SHORTLY / 2, decision),
    ]
    return sorted([*late, *told], key=lambda step: step.at)


def settle(stages: Sequence[CaseStage], events: Sequence[CaseEvent], clocks: Clocks) -> None:
    """The rows as the events leave them."""
    happened: Sequence[Happening] = events
    lives = stages_from(happened, [stage.order for stage in stages])
    for stage in stages:
        life = lives[stage.order]
        stage.state, stage.round, stage.conclusion = life.state, life.round, life.conclusion
        stage.started_at, stage.ended_at = life.started_at, life.ended_at
        clock = clocks.stages.get(stage.order)
        stage.due_on = clock.due_date if clock else None
        for event in events:
            if event.verb == "case.end_stage" and event.data["order"] == stage.order:
                stage.opinion, stage.handled_by_id = event.opinion, event.user_id


def _is_own(group: Sequence[CaseStage], unit: Unit) -> bool:
    return any(stage.kind in OPINION_KINDS and stage.unit == unit for stage in group)


def _pushed_back(steps: Sequence[Step], after: Sequence[Sequence[CaseStage]]) -> list[Step]:
    days = sum(max(stage.limit_n, PUBLICITY_DAYS) + 1 for group in after for stage in group if _is_public(stage))
    weeks = -(-days // 7)
    late = next((n for n, step in enumerate(steps) if step.verb in DECISIONS), len(steps))
    return [*steps[:late], *(replace(step, at=step.at + WEEK * weeks) for step in steps[late:])]


def _is_public(stage: CaseStage) -> bool:
    return stage.kind == StepKind.PUBLICITY


def _run(ordered: Sequence[Sequence[CaseStage]], begin: datetime, end: datetime) -> Iterator[Step]:
    """One group after the other, in equal parts of the time there is."""
    part = (end - begin) / (len(ordered) + 1) if ordered else timedelta()
    for number, group in enumerate(ordered):
        start, stop = begin + part * number + SHORTLY / 100, begin + part * (number + 1)
        for stage in group:
            yield _step("case.start_stage", start, stage, data=started_data(stage))
        for stage in group:
            yield from _work(stage, start, stop)
            yield _ended(stage, stop, StageConclusion.PASS, NO_OBJECTION if _is_public(stage) else WORDS)


def _work(stage: CaseStage, start: datetime, stop: datetime) -> Iterator[Step]:
    soon = min(SHORTLY, (stop - start) / 3)
    if stage.kind in ON_SITE_KINDS:
        yield _step("case.record_site_check", stop - soon, stage, data={"order": stage.order, "meets": True})
    elif _is_public(stage):
        yield _step("case.start_publicity", start + soon, stage, data={"order": stage.order, "name": stage.name})
        yield _step("case.end_publicity", stop - soon / 10, stage, text=NO_OBJECTION)


def _own(
    group: Sequence[Sequence[CaseStage]], begin: datetime, opinion: datetime, before: int, passed: StageConclusion
) -> Iterator[Step]:
    """The competent unit's own examination ends with the opinion; those beside it end with it."""
    start = begin + (opinion - begin) / (before + 1) * before + SHORTLY / 50
    for stage in group[0] if group else ():
        yield _step("case.start_stage", start, stage, data=started_data(stage))
        yield _ended(stage, opinion + SHORTLY / 10, passed, WORDS if passed == StageConclusion.PASS else "不符合条件。")


def _ended(stage: CaseStage, at: datetime, conclusion: StageConclusion, text: str) -> Step:
    data = {"order": stage.order, "round": 1, "name": stage.name, "conclusion": conclusion}
    return _step("case.end_stage", at, stage, text=text, data=data)


def _step(verb: str, at: datetime, stage: CaseStage, *, text: str = "", data: dict[str, Any] | None = None) -> Step:
    return Step(verb, at, Status.REVIEWING, Status.REVIEWING, REVIEWER, text, data or {}, order=stage.order)
