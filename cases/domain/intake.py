"""The first check at the window: T2/T4 accept, T5 not required, T6 not accepted (行政许可法 Art. 32)."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.actors import Actor
from cases.documents.notices import acceptance_context, not_required_context, refusal_context
from cases.domain.change import changing
from cases.domain.documents import issue_for
from cases.domain.tell import tell_applicant
from cases.enums import AcceptMode, Outcome
from cases.models import Case, CaseEvent


def accept_case(*, case: Case, actor: Actor, now: datetime) -> Case:
    """T2, T4: papers complete and in order; the clocks of the decision start and the acceptance notice is issued."""
    with changing(case=case, verb="accept", actor=actor, now=now) as change:
        locked = change.case
        before = locked.status
        locked.intake_clerk_id = actor.user_id
        instant = locked.version.facts.is_instant
        locked.accept_mode = AcceptMode.INSTANT if instant else AcceptMode.NORMAL
        locked._accept()
        change.record(
            "case.accept",
            "intake_clerk",
            "accept_mode",
            data={"accepted_at": _accepted_at(locked, now).isoformat()},
            state_from=before,
        )
        issue_for(change, "acceptance_notice", acceptance_context(locked, now=now))
        tell_applicant(
            case=locked,
            actor=actor,
            title=_("Your application was accepted"),
            body=_("“%(item)s” (%(number)s) was accepted. %(unit)s decides by %(due)s."),
            now=now,
        )
    return change.case


def _accepted_at(case: Case, now: datetime) -> datetime:
    """T4: the day the last paper of a correction notice arrived; otherwise now."""
    notice = getattr(case, "correction", None)
    return notice.supplied_at if notice is not None and notice.supplied_at else now


def inform_not_required(*, case: Case, reason: str, basis: str, actor: Actor, now: datetime) -> Case:
    """T5 即时告知不受理: the matter legally needs no handling. Not the same as a refusal (R5)."""
    with changing(case=case, verb="inform_not_required", actor=actor, now=now, reason=reason, basis=basis) as change:
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


def propose_refusal(*, case: Case, reason: str, basis: str, agency: str, actor: Actor, now: datetime) -> CaseEvent:
    """The clerk's half of T6: what a second person has to confirm."""
    with changing(
        case=case, verb="propose_refusal", actor=actor, now=now, reason=reason, basis=basis, agency=agency
    ) as change:
        return change.record("case.propose_refusal", opinion=reason, data={"basis": basis, "agency": agency})


def refusal_proposal(case: Case) -> CaseEvent | None:
    """The proposal that waits for a second person, if any."""
    return case.events.filter(verb="case.propose_refusal").order_by("-id").first()


def refuse_intake(*, case: Case, actor: Actor, now: datetime) -> Case:
    """T6 不予受理: not our competence or a legal bar; names the right agency and the remedies (R5, R11)."""
    proposal = refusal_proposal(case)
    given = {"reason": proposal.opinion, "proposed_by": proposal.user_id} if proposal else {"reason": ""}
    with changing(case=case, verb="refuse_intake", actor=actor, now=now, **given) as change:
        locked = change.case
        before = locked.status
        locked.outcome = Outcome.NOT_ACCEPTED
        locked._refuse_intake()
        data = proposal.data if proposal else {}
        reason = proposal.opinion if proposal else ""
        change.record("case.refuse_intake", "outcome", opinion=reason, data=data, state_from=before)
        issue_for(change, "non_acceptance_decision", refusal_context(locked, reason=reason, data=data, now=now))
        tell_applicant(
            case=locked,
            actor=actor,
            title=_("Your application was not accepted"),
            body=_("“%(item)s” (%(number)s) was not accepted. The decision says why and whom to turn to."),
            now=now,
        )
    return change.case
