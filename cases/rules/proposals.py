"""Acts of two people: one proposes, a second one confirms or declines (domain.md §3.3 T6, T8, T11, T13, T17; §11)."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from cases.models import Case, Proposal, ProposalState
from cases.rules.context import CaseCondition, CaseContext
from core.prepared import rows_of
from flow.conditions import Condition


def open_proposal(case: Case, act: str) -> Proposal | None:
    """The proposal that waits for a second person, if any; read from the prefetched rows when there are some."""
    waiting = (row for row in rows_of(case, "proposals") if row.state == ProposalState.OPEN and row.verb == act)
    return next(waiting, None)


def not_proposed(act: str) -> CaseCondition:
    """An act is proposed once; who changed her mind has the open proposal declined first."""

    def reason(context: CaseContext) -> str | None:
        if open_proposal(context.case, act) is None:
            return None
        return _("This has been proposed already and waits for the second person.")

    return Condition("not_proposed", "", reason)


def proposed(act: str, sentence: Promise) -> CaseCondition:
    """There is a proposal to answer; `sentence` says what has to be proposed first."""

    def reason(context: CaseContext) -> str | None:
        return None if open_proposal(context.case, act) else str(sentence)

    return Condition("proposed", "", reason)


def second_person(act: str) -> CaseCondition:
    """Nobody confirms what she proposed herself; what the periodic work proposed anybody entitled confirms."""

    def reason(context: CaseContext) -> str | None:
        proposal = open_proposal(context.case, act)
        if proposal is None or proposal.proposed_by_id is None or proposal.proposed_by_id != context.actor.user_id:
            return None
        return _("You proposed this yourself. A second person must answer the proposal.")

    return Condition("second_person", "domain.md §11", reason)
