"""The stages of a case told again from its events: the measure for the stored rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from cases.clock import Clocks, Happening
from cases.enums import StageConclusion, StageState
from cases.models import CaseStage
from cases.procedure import is_over


@dataclass
class StageLife:
    """What the events say of one stage."""

    state: str = StageState.WAITING
    round: int = 1
    started_at: datetime | None = None
    ended_at: datetime | None = None
    conclusion: str = ""
    due_on: date | None = None


def stages_from(events: Iterable[Happening], orders: Iterable[int]) -> dict[int, StageLife]:
    """By order; `orders` are those of the stages laid at acceptance."""
    found = {order: StageLife() for order in orders}
    status = ""
    for event in events:
        status = event.state_to or status
        if event.verb == "case.start_stage":
            before = found.get(event.data["order"], StageLife())
            again = before.state != StageState.WAITING
            found[event.data["order"]] = StageLife(StageState.RUNNING, before.round + again, event.at)
        elif event.verb == "case.end_stage":
            life = found[event.data["order"]]
            life.conclusion = event.data["conclusion"]
            returned = life.conclusion == StageConclusion.BACK
            life.state = StageState.RETURNED if returned else StageState.DONE
            life.ended_at = None if returned else event.at
    if is_over(status):
        for life in found.values():
            life.state = life.state if life.state == StageState.DONE else StageState.STOPPED
    return found


def stage_differences(stages: Iterable[CaseStage], events: Iterable[Happening], clocks: Clocks) -> Iterator[str]:
    """Sentences `stage 2 round: stored 7, rebuilt 1`; none when the rows follow from the events."""
    stages = list(stages)
    told = stages_from(events, (stage.order for stage in stages))
    for stage in stages:
        life = told.pop(stage.order)
        clock = clocks.stages.get(stage.order)
        life.due_on = clock.due_date if clock else None
        for name, rebuilt in vars(life).items():
            stored = getattr(stage, name)
            if stored != rebuilt:
                yield f"stage {stage.order} {name}: stored {stored}, rebuilt {rebuilt}"
    for order in sorted(told):
        yield f"stage {order}: has events and no row"
