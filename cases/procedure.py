"""The way through the stages as pure functions: which published steps become stages, what runs beside what, what next.

Stages stand in their order. Those next to each other with the same `parallel` word are one group and run side by side
(并联, 行政许可法 Art. 26); the next group starts when every stage of the one before is done. A stage that did not pass
ends the way: the decision follows, unless the competent unit sends back or goes on in spite of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Protocol, TypeVar

from cases.enums import DECIDED, ENDED, CaseKind, StageConclusion, StageState
from catalog.choices import STAGE_KINDS, StepKind
from catalog.content import ItemContent, Step

OPINION_KINDS = (StepKind.REVIEW, StepKind.JOINT_REVIEW)
ON_SITE_KINDS = (StepKind.SITE_CHECK, StepKind.SURVEY)
# These decide on the application itself, the others on a certificate that stands: see `carried_out`.
DECIDES_APPLICATION = (CaseKind.INITIAL, CaseKind.RECONSIDER, CaseKind.SUCCESSOR)
FIRST = 1  # the order of the first stage of a case


class Stage(Protocol):
    """What the functions below look at."""

    order: int
    kind: str
    parallel: str
    state: str
    conclusion: str


S = TypeVar("S", bound=Stage)


def stage_steps(facts: ItemContent, kind: str = CaseKind.INITIAL) -> tuple[Step, ...]:
    """The published steps between acceptance and decision that a case of this kind carries out."""
    return tuple(step for step in facts.stages if carried_out(step, facts, kind))


def carried_out(step: Step, facts: ItemContent, kind: str) -> bool:
    """Whether a case of this kind carries the step out.

    What is decided about a certificate that stands is asked of, or begun by, the authority that decided (行政许可法
    Art. 49, 50, 69, 70): it examines what changes or what came to light, and decides. Village, other departments, site,
    survey and publicity had their say; they have it again where the item says so (`Step.again_for`).
    """
    if kind in DECIDES_APPLICATION or step.kind not in STAGE_KINDS or kind in step.again_for:
        return True
    return step.kind == StepKind.REVIEW and not step.department and step.level == facts.deciding_level


def groups(stages: Iterable[S]) -> list[list[S]]:
    """Stages that run side by side, in the order of the groups."""
    ordered = sorted(stages, key=lambda stage: stage.order)
    return [list(members) for _word, members in groupby(ordered, key=lambda s: s.parallel or s.order)]


def running(stages: Iterable[S]) -> list[S]:
    return [stage for stage in stages if stage.state == StageState.RUNNING]


def to_start(stages: Sequence[S], *, in_spite: bool = False) -> list[S]:
    """What begins now: the waiting and returned members of the first group that is not done; [] when there is none.

    After a stage that did not pass nothing new begins by itself (`in_spite` sets that aside); a stage that had sent
    back goes on in any case, because its unit asked for the answer.
    """
    ordered = groups(stages)
    for number, group in enumerate(ordered):
        if all(stage.state == StageState.DONE for stage in group):
            continue
        ready = [stage for stage in group if stage.state in (StageState.WAITING, StageState.RETURNED)]
        former = ordered[number - 1] if number else []
        if in_spite or not _failed(former):
            return ready
        return [stage for stage in ready if stage.state == StageState.RETURNED]
    return []


def is_stopped(stages: Sequence[S]) -> bool:
    """Whether a stage that did not pass keeps the following ones from beginning."""
    under_way = any(stage.state in (StageState.RUNNING, StageState.RETURNED) for stage in stages)
    begun = any(stage.state == StageState.DONE for stage in stages)
    return begun and not under_way and any(stage.state == StageState.WAITING for stage in stages)


def is_ready_for_decision(stages: Sequence[S]) -> bool:
    """Every stage is done, or one did not pass and nothing runs any more."""
    return all(stage.state == StageState.DONE for stage in stages) or is_stopped(stages)


def is_over(status: str) -> bool:
    """Whether the case is decided or ended, so that no stage of it begins or goes on any more."""
    return status in DECIDED or status in ENDED


def not_passed(stages: Iterable[S]) -> list[S]:
    return [stage for stage in stages if stage.state == StageState.DONE and stage.conclusion == StageConclusion.FAIL]


def _failed(group: Iterable[S]) -> bool:
    return bool(not_passed(group))
