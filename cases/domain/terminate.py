"""T16 终止办理: the matter cannot be decided any more, for a reason of the closed list (domain.md §3.7)."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.actors import Actor
from cases.documents.endings import termination_context
from cases.domain.change import changing
from cases.domain.documents import issue_for
from cases.domain.tell import tell_applicant
from cases.enums import Outcome
from cases.models import Case
from cases.rules.terminating import TerminationGround


def terminate_case(*, case: Case, ground: str, reasons: str, basis: str, actor: Actor, now: datetime) -> Case:
    """End without a decision, in writing, with reasons and remedies."""
    with changing(
        case=case, verb="terminate", actor=actor, now=now, ground=ground, reasons=reasons, basis=basis
    ) as change:
        now = change.now
        locked = change.case
        before = locked.status
        locked.outcome = Outcome.TERMINATED
        locked._terminate()
        change.record(
            "case.terminate", "outcome", opinion=reasons, data={"ground": ground, "basis": basis}, state_from=before
        )
        label = f"{TerminationGround(ground).label}。"
        context = termination_context(locked, ground=label, text=reasons, basis=basis, now=now)
        issue_for(change, "termination_notice", context)
        tell_applicant(
            case=locked,
            actor=actor,
            title=_("The handling of your application was ended"),
            body=_("“%(item)s” (%(number)s) was ended without a decision. The notice says why and what you can do."),
            now=now,
        )
    return change.case
