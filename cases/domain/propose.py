"""The kit of acts that two people do: one proposes, the second confirms by the act itself, or declines.

An act `suspend` has three verbs in the table: `propose_suspension` (proposes="suspend"), `suspend`, whose function
calls `confirm` for the open proposal, and `decline_suspension` (declines="suspend").
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from accounts.actors import Actor
from cases.domain.change import Change, changing
from cases.models import Case, Proposal, ProposalState
from cases.rules.proposals import open_proposal
from cases.rules.verbs import VERBS

__all__ = ["confirm", "decline_act", "open_proposal", "propose_act"]


def propose_act(*, case: Case, verb: str, given: dict[str, Any], reason: str, actor: Actor, now: datetime) -> Proposal:
    """The first person's half. `given` is what the act will be called with, as JSON."""
    act = VERBS[verb].proposes
    with changing(case=case, verb=verb, actor=actor, now=now, reason=reason, **given) as change:
        now = change.now
        proposal = Proposal.objects.create(
            case=change.case, verb=act, given=given, reason=reason, proposed_by_id=actor.user_id, proposed_at=now
        )
        change.record(f"case.{verb}", opinion=reason, data=given)
    return proposal


def confirm(change: Change, act: str) -> Proposal:
    """Called by the act of the second person, whose conditions have shown that there is an open proposal."""
    proposal = open_proposal(change.case, act)
    if proposal is None:
        raise ValueError(f"{act} was let through without a proposal")
    return _answer(change, proposal, ProposalState.CONFIRMED, "")


def decline_act(*, case: Case, verb: str, answer: str, actor: Actor, now: datetime) -> Proposal:
    """The second person does not agree and says why; the first may propose anew."""
    with changing(case=case, verb=verb, actor=actor, now=now, answer=answer) as change:
        proposal = open_proposal(change.case, VERBS[verb].declines)
        if proposal is None:
            raise ValueError(f"{verb} was let through without a proposal")
        _answer(change, proposal, ProposalState.DECLINED, answer)
        change.record(f"case.{verb}", opinion=answer)
    return proposal


def _answer(change: Change, proposal: Proposal, state: ProposalState, answer: str) -> Proposal:
    proposal.state, proposal.answer = state, answer
    proposal.answered_by_id, proposal.answered_at = change.actor.user_id, change.now
    proposal.save(update_fields=["state", "answer", "answered_by", "answered_at"])
    return proposal
