"""The first check at the window: T2/T4 accept, T5 not required, T6 not accepted (行政许可法 Art. 32)."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.actors import Actor
from cases.documents.notices import acceptance_context, not_required_context, refusal_context
from cases.domain.change import changing
from cases.domain.documents import issue_for
from cases.domain.propose import confirm, decline_act, propose_act
from cases.domain.stages import lay_stages
from cases.domain.tell import tell_applicant
from cases.enums import AcceptMode, Outcome, Status
from cases.models import Case, Proposal


def accept_case(*, case: Case, actor: Actor, now: datetime) -> Case:
    """T2, T4: papers complete and in order; the clocks of the decision start and the acceptance notice is issued."""
    with changing(case=case, verb="accept", actor=actor, now=now) as change:
        now = change.now
        locked = change.case
        before = locked.status
        locked.intake_clerk_id = actor.user_id
        instant = locked.version.facts.is_instant
        locked.accept_mode = AcceptMode.INSTANT if instant else AcceptMode.NORMAL
        move_to_accepted(locked)
        change.record(
            "case.accept",
            "intake_clerk",
            "accept_mode",
            data={"accepted_at": accepted_at(locked, now).isoformat(), "mode": locked.accept_mode},
            state_from=before,
        )
        lay_stages(change)
        issue_for(change, "acceptance_notice", acceptance_context(locked, now=now))
        tell_applicant(
            case=locked,
            actor=actor,
            title=_("Your application was accepted"),
            body=_("“%(item)s” (%(number)s) was accepted. %(unit)s decides by %(due)s."),
            now=now,
        )
    return change.case


def move_to_accepted(case: Case) -> None:
    """T2 from received, T4 after a correction."""
    if case.status == Status.RECEIVED:
        case._accept()
    else:
        case._accept_supplied()


def accepted_at(case: Case, now: datetime) -> datetime:
    """T4: the day the last paper of a correction notice arrived; otherwise now."""
    notice = case.correction
    return notice.supplied_at if notice is not None and notice.supplied_at else now


def inform_not_required(*, case: Case, reason: str, basis: str, actor: Actor, now: datetime) -> Case:
    """T5 即时告知不受理: the matter legally needs no handling. Not the same as a refusal (R5)."""
    with changing(case=case, verb="inform_not_required", actor=actor, now=now, reason=reason, basis=basis) as change:
        now = change.now
        locked = change.case
        before = locked.status
        locked.outcome = Outcome.NOT_REQUIRED
        locked.intake_clerk_id = actor.user_id
        locked._inform_not_required()
        change.record(
            "case.inform_not_required",
            "outcome",
            "intake_clerk",
            opinion=reason,
            data={"basis": basis},
            state_from=before,
        )
        issue_for(change, "not_required_notice", not_required_context(locked, reason=reason, basis=basis, now=now))
        tell_applicant(
            case=locked,
            actor=actor,
            title=_("You need not apply for this"),
            body=_("“%(item)s” (%(number)s) needs no handling. The notice says why."),
            now=now,
        )
    return change.case


def propose_refusal(*, case: Case, reason: str, basis: str, agency: str, actor: Actor, now: datetime) -> Proposal:
    """The clerk's half of T6: what a second person has to confirm."""
    given = {"basis": basis, "agency": agency}
    return propose_act(case=case, verb="propose_refusal", given=given, reason=reason, actor=actor, now=now)


def decline_refusal(*, case: Case, answer: str, actor: Actor, now: datetime) -> Proposal:
    """The second person does not agree: the case stays received and the first check goes on."""
    return decline_act(case=case, verb="decline_refusal", answer=answer, actor=actor, now=now)


def refuse_intake(*, case: Case, actor: Actor, now: datetime) -> Case:
    """T6 不予受理: not our competence or a legal bar; names the right agency and the remedies (R5, R11)."""
    with changing(case=case, verb="refuse_intake", actor=actor, now=now) as change:
        now = change.now
        locked = change.case
        before = locked.status
        proposal = confirm(change, "refuse_intake")
        locked.outcome = Outcome.NOT_ACCEPTED
        locked._refuse_intake()
        change.record("case.refuse_intake", "outcome", opinion=proposal.reason, data=proposal.given, state_from=before)
        context = refusal_context(locked, reason=proposal.reason, data=proposal.given, now=now)
        issue_for(change, "non_acceptance_decision", context)
        tell_applicant(
            case=locked,
            actor=actor,
            title=_("Your application was not accepted"),
            body=_("“%(item)s” (%(number)s) was not accepted. The decision says why and whom to turn to."),
            now=now,
        )
    return change.case
