"""One case on the check page of an intake."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from accounts.actors import Actor
from cases.desk.checking import proposed_state, unanswered
from cases.desk.showing import PaperRow, paper_rows
from cases.desk.wording import STATUS_TONES
from cases.enums import MaterialState, Status
from cases.models import Case, HandedPaper, OfficialDocument
from cases.rules.context import CaseContext
from cases.rules.verbs import CONDITIONS, before_form
from core.errors import Reason
from flow.conditions import unmet


@dataclass(frozen=True)
class CheckLine:
    """A required paper with the state chosen beforehand; '' when the clerk has to choose."""

    row: PaperRow
    chosen: str

    @property
    def is_shared(self) -> bool:
        return self.row.material.state == MaterialState.SHARED


@dataclass(frozen=True)
class CheckRow:
    case: Case
    tone: str
    lines: list[CheckLine]
    lacking: list[str]
    documents: list[OfficialDocument]
    why_not_check: list[Reason]
    why_not_accept: list[Reason]
    why_not_correct: list[Reason]

    @property
    def is_open(self) -> bool:
        return not self.why_not_check

    @property
    def is_ready(self) -> bool:
        return not self.lacking and not self.why_not_accept


def check_lines(case: Case, papers: Sequence[HandedPaper]) -> list[CheckLine]:
    lines = []
    for row in paper_rows(case, case.materials.all(), papers):
        state = proposed_state(row.material, row.paper)
        chosen = "" if state in (MaterialState.PROVIDED, MaterialState.SHARED) else state
        lines.append(CheckLine(row, chosen))
    return lines


def check_row(
    case: Case,
    papers: Sequence[HandedPaper],
    documents: Sequence[OfficialDocument],
    *,
    actor: Actor,
    now: datetime,
) -> CheckRow:
    """The reasons are those of the verbs; papers may still be found in order by the same sending, so the button for
    acceptance looks at the states chosen beforehand instead of the stored ones."""
    context = CaseContext(case, actor, now, {})
    lines = check_lines(case, papers)
    necessary = [line for line in lines if line.row.material.necessity == 1 and not line.is_shared]
    lacking = [line.row.material.name for line in necessary if line.chosen != MaterialState.OK]
    if case.status not in (Status.RECEIVED, Status.CORRECTION_REQUIRED):
        lacking = []
    else:
        lacking += [defect.name for defect in unanswered(case)]
    before_accept = [c for c in CONDITIONS["accept"] if c.code != "papers_complete"]
    return CheckRow(
        case=case,
        tone=STATUS_TONES.get(case.status, ""),
        lines=lines,
        lacking=lacking,
        documents=[document for document in documents if document.case_id == case.pk],
        why_not_check=list(unmet(CONDITIONS["check_material"], context)),
        why_not_accept=list(unmet(before_accept, context)),
        why_not_correct=list(unmet(before_form("request_correction"), context)),
    )
