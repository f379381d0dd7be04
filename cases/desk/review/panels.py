"""What the case page shows of stages, publicity, hearing, checks and special procedures. Plain rows, nothing decided.

The time line of the page may take `stage_rows`: each row has its first day, its due day and its end.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _

from accounts.actors import Actor
from cases.dues import last_day
from cases.enums import Light, StageConclusion, StageState
from cases.models import (
    Case,
    CaseStage,
    HandOver,
    Hearing,
    InterestedParty,
    Objection,
    Payment,
    Proposal,
    Publicity,
    SiteCheck,
    Suspension,
)
from cases.models.proposals import ProposalState
from cases.rules.hearings import last_hearing
from cases.rules.stages import stages_of, works_for
from cases.rules.verbs import VERBS
from catalog.choices import ProcedureKind
from core.text import format_limit
from flow.clocks import Due, remaining_workdays

TONES = {StageState.RUNNING: "blue", StageState.DONE: "jade", StageState.RETURNED: "amber", StageState.STOPPED: ""}
RELATED = (
    "stages__handled_by",
    "site_checks__first_staff",
    "site_checks__second_staff",
    "site_checks__photos",
    "publicities__objections",
    "payments__notice",
    "payments__settled_by",
    "hand_overs__from_unit",
    "hand_overs__to_unit",
    "hand_overs__received_by",
    "parties",
    "hearings__presider",
    "suspensions",
    "proposals__proposed_by",
)


def load_review(case: Case) -> None:
    """Everything below and the conditions of the acts read these rows; a fixed number of queries."""
    if "site_checks" not in getattr(case, "_prefetched_objects_cache", {}):
        stages_of(case)
        prefetch_related_objects([case], *RELATED)


@dataclass(frozen=True)
class StageRow:
    """One stage; `beside` tells that it runs side by side with the row before, `is_mine` that the reader's unit has it."""

    stage: CaseStage
    tone: str
    limit: str
    left: str
    light: Light
    beside: bool
    is_mine: bool

    @property
    def word(self) -> str:
        return str(self.light.label) if self.light else ""

    @property
    def conclusion(self) -> str:
        return str(StageConclusion(self.stage.conclusion).label) if self.stage.conclusion else ""


def stage_rows(case: Case, actor: Actor, *, now: datetime, today: date) -> list[StageRow]:
    """In their order."""
    rows: list[StageRow] = []
    before = ""
    for stage in stages_of(case):
        tone = "red" if stage.conclusion == StageConclusion.FAIL else TONES.get(StageState(stage.state), "")
        left, light = _left(case, stage, now, today)
        rows.append(
            StageRow(
                stage=stage,
                tone=tone,
                limit=format_limit(stage.limit_n, stage.limit_unit) if stage.limit_unit else "",
                left=left,
                light=light,
                beside=bool(stage.parallel) and stage.parallel == before,
                is_mine=works_for(actor, stage.unit),
            )
        )
        before = stage.parallel
    return rows


def _left(case: Case, stage: CaseStage, now: datetime, today: date) -> tuple[str, Light]:
    """How long a running stage still has, in words and as a light; '' for the others."""
    if stage.state != StageState.RUNNING or stage.due_on is None:
        return "", Light.NONE
    left = remaining_workdays(now, Due(on=stage.due_on), case.calendar)
    if stage.due_on < today:
        return _("%(days)s working days overdue") % {"days": abs(left)}, Light.RED
    return _("by %(day)s") % {"day": last_day(case, stage.due_on)}, Light.YELLOW if left <= 1 else Light.GREEN


@dataclass(frozen=True)
class Review:
    """All panels of one case; each list may be empty."""

    stages: list[StageRow] = field(default_factory=list)
    checks: list[SiteCheck] = field(default_factory=list)
    publicities: list[tuple[Publicity, list[Objection]]] = field(default_factory=list)
    parties: list[InterestedParty] = field(default_factory=list)
    hearing: Hearing | None = None
    suspensions: list[Suspension] = field(default_factory=list)
    payments: list[Payment] = field(default_factory=list)
    hand_overs: list[HandOver] = field(default_factory=list)
    proposals: list[tuple[str, Proposal, str]] = field(default_factory=list)


def review_of(case: Case, actor: Actor, *, now: datetime, today: date) -> Review:
    load_review(case)
    return Review(
        stages=stage_rows(case, actor, now=now, today=today),
        checks=list(case.site_checks.all()),
        publicities=[(row, list(row.objections.all())) for row in case.publicities.all()],
        parties=list(case.parties.all()),
        hearing=last_hearing(case),
        suspensions=list(case.suspensions.all()),
        payments=list(case.payments.all()),
        hand_overs=list(case.hand_overs.all()),
        proposals=[
            (str(VERBS[row.verb].label), row, proposal_text(row))
            for row in case.proposals.all()
            if row.state == ProposalState.OPEN and row.verb in VERBS
        ],
    )


def proposal_text(proposal: Proposal) -> str:
    """What was proposed, beside its reason: kind and days where there are any."""
    given = proposal.given
    kind = given.get("kind", "")
    parts = [
        str(ProcedureKind(kind).label) if kind in ProcedureKind.values else "",
        _("%(days)s working days") % {"days": given["days"]} if given.get("days") else "",
        str(given.get("body", "")),
    ]
    return "，".join(part for part in parts if part)
