"""What is still to come of a case: its open stages, then the published steps behind them, with honest dates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from cases.clock import term
from cases.dues import day_text, due_text
from cases.enums import DECIDED, DONE, Outcome, StageState, Status
from cases.models import Case, CaseStage
from cases.procedure import carried_out, stage_steps
from cases.rules.competence import stage_unit
from cases.rules.special import open_suspension
from cases.rules.stages import stages_of
from catalog.content import Limit, Step
from core.text import format_day, format_limit
from flow.calendar import WorkCalendar
from flow.clocks import due_on

OVER = (StageState.DONE, StageState.STOPPED)


@dataclass
class Ahead:
    """One step to come. `last`: its known last day; `words` say when in the time line."""

    name: str
    kind: str
    unit: str
    limit: Limit | None = None
    note: str = ""
    parallel: str = ""
    is_running: bool = False
    last: date | None = None
    words: str = ""

    @property
    def has_end(self) -> bool:
        return self.limit is not None and (self.limit.unit == "instant" or bool(self.limit.n))


def to_come(case: Case, *, on: date, calendar: WorkCalendar) -> list[dict[str, Any]]:
    """The rows of the time line, in the shape of its component; what is in hand now stands first.

    Once a date has passed nothing honest can be said of the later ones: they keep their length of time only.
    """
    if case.status in DONE:
        return []
    steps = _ahead(case)
    for step in steps:
        step.words = _within(step)
    if case.status not in (Status.CORRECTION_REQUIRED, Status.SUSPENDED):  # else nobody knows when it goes on
        _date(case, steps, on, calendar)
    rows = [*_pause(case, calendar), *(_row(step, steps) for step in steps)]
    if rows and not any(row["tone"] == "now" for row in rows):
        rows[0]["tone"] = "now"
    return rows


def _ahead(case: Case) -> list[Ahead]:
    """From the acceptance on: what the village does before it has been done when the application is here."""
    facts = case.version.facts
    published = tuple(step for step in facts.steps if carried_out(step, facts, case.kind))
    if case.status in DECIDED:
        return [_of_step(case, step) for step in published if step.kind == "deliver"]
    accept = next((n for n, step in enumerate(published) if step.kind == "accept"), -1)
    if case.status in (Status.RECEIVED, Status.CORRECTION_REQUIRED):
        return [_of_step(case, step) for step in published[max(accept, 0) :]]
    stages, behind = stages_of(case), published[accept + 1 :]
    if not stages:
        return [_of_step(case, step) for step in behind]
    laid = stage_steps(facts, case.kind)
    open_stages = [_of_stage(stage, case) for stage in stages if stage.state not in OVER]
    return [*open_stages, *(_of_step(case, step) for step in behind if step not in laid)]


def _of_stage(stage: CaseStage, case: Case) -> Ahead:
    running = stage.state == StageState.RUNNING
    note = ""
    if stage.state == StageState.RETURNED:
        note = _("Waits for an earlier step to be examined again.")
    return Ahead(
        name=stage.name,
        kind=stage.kind,
        unit=stage.unit.name,
        limit=Limit(stage.limit_n, stage.limit_unit) if stage.limit_unit else None,
        note=note,
        parallel=stage.parallel,
        is_running=running and case.status != Status.SUSPENDED,
        last=stage.due_on if running else None,
    )


def _of_step(case: Case, step: Step) -> Ahead:
    # What the procedure says of the last step is about what was granted.
    note = "" if case.outcome == Outcome.DENIED else step.note
    return Ahead(step.name, step.kind, unit_of_step(case, step), step.limit, note, step.parallel)


def unit_of_step(case: Case, step: Step) -> str:
    """The unit by its own name, as acceptance will lay the step; asked once per level and instance."""
    if step.department:
        return step.department
    if step.level == case.version.facts.deciding_level:
        return case.unit.name
    known: dict[str, str] = vars(case).setdefault("_names_of_levels", {})
    if step.level not in known:
        known[step.level] = stage_unit(step, item=case.item, region=case.region).name
    return known[step.level]


def _within(step: Ahead) -> str:
    if step.limit is None or not step.has_end:
        return _("in turn")
    length = format_limit(step.limit.n, step.limit.unit)
    return length if step.limit.unit == "instant" else _("within %(limit)s") % {"limit": length}


def _row(step: Ahead, steps: list[Ahead]) -> dict[str, Any]:
    beside = [f"“{one.name}”" for one in steps if step.parallel and one.parallel == step.parallel and one is not step]
    texts = [step.note]
    if beside:
        texts.append(_("At the same time as %(others)s.") % {"others": "、".join(beside)})
    return {
        "title": step.name,
        "date": step.words,
        "unit": step.unit,
        "tone": "now" if step.is_running else "next",
        "text": "\n".join(filter(None, texts)),
    }


def _pause(case: Case, calendar: WorkCalendar) -> Iterator[dict[str, Any]]:
    """The special procedure that everything waits for."""
    row = open_suspension(case) if case.status == Status.SUSPENDED else None
    if row is not None:
        until = _("by %(day)s at the latest") % {"day": day_text(row.until_on, calendar)}
        text = _("Until then the days are not counted.")  # the reason is for those who signed in: see `pauses`
        yield {"title": row.get_kind_display(), "date": until, "unit": case.unit.name, "tone": "now", "text": text}


def _date(case: Case, steps: list[Ahead], on: date, calendar: WorkCalendar) -> None:
    """Chain the limits of the steps from the day the last one ended; the promised day stands over the sum."""
    begin: date | None = timezone.localdate(case.accepted_at) if case.accepted_at else case.intake_due_on
    for _word, group in groupby(steps, key=lambda step: step.parallel or id(step)):
        ends = []
        for step in group:
            last = _capped(case, step, _last(case, step, begin, calendar), on)
            if last is None:
                continue
            if last < on:
                step.words = _("should have been done by %(day)s") % {"day": format_day(last)}
                return
            shown = due_text(case.due) if last == case.due_on else day_text(last, calendar)
            step.words = _("by %(day)s at the latest") % {"day": shown}
            ends.append(last)
        begin = max(ends, default=begin) if begin else None


def _last(case: Case, step: Ahead, begin: date | None, calendar: WorkCalendar) -> date | None:
    if step.kind == "accept":
        return case.intake_due_on
    if step.kind == "deliver" and case.delivery_due_on:
        return case.delivery_due_on
    if step.last is not None:
        return step.last
    if begin is None or step.limit is None or not step.has_end or step.limit.unit == "hour":
        return None
    due = due_on(begin, term(step.limit), calendar)
    return due.on if due else None


def _capped(case: Case, step: Ahead, last: date | None, on: date) -> date | None:
    """Behind in this step, or longer than the whole: what was promised for the whole still counts."""
    promised = case.promised_due_on
    if last is None or promised is None or step.kind == "deliver":
        return last
    return promised if last > promised or last < on else last
