"""T14 grant and T15 deny: the approver is neither intake clerk nor reviewer (domain.md §11)."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.actors import Actor
from cases.certificates.issue import issue_certificate
from cases.documents.decisions import completion_context, denial_context, facts_text, grant_context
from cases.domain.change import changing
from cases.domain.documents import issue_for
from cases.domain.linked import carry_out
from cases.domain.tell import tell_applicant
from cases.enums import Outcome
from cases.models import Case
from cases.procedure import DECIDES_APPLICATION


def grant_case(*, case: Case, text: str = "", actor: Actor, now: datetime) -> Case:
    """T14: decide to grant, issue the decision and the certificate; the delivery clock starts (R7)."""
    with changing(case=case, verb="grant", actor=actor, now=now) as change:
        now = change.now
        locked = change.case
        before = locked.status
        locked.outcome = Outcome.GRANTED
        locked.approver_id = actor.user_id
        locked.decided_at = now
        locked._grant()
        change.record("case.grant", "outcome", "approver", opinion=text, state_from=before)
        if locked.kind not in DECIDES_APPLICATION:
            carry_out(change, text=text)
        elif locked.version.facts.is_licence:
            issue_for(change, "grant_decision", grant_context(locked, text=text, now=now))
            issue_certificate(case=locked, actor=actor, now=now)
        else:
            issue_for(change, "completion_notice", completion_context(locked, now=now))
            issue_certificate(case=locked, actor=actor, now=now)
        tell_applicant(
            case=locked,
            actor=actor,
            title=_("Your application was granted"),
            body=_("“%(item)s” (%(number)s) was granted. You can download the certificate now."),
            now=now,
        )
    return change.case


def deny_case(*, case: Case, reasons: str, basis: str, actor: Actor, now: datetime) -> Case:
    """T15: deny in writing, with reasons, basis and remedies (行政许可法 Art. 38; R11)."""
    with changing(case=case, verb="deny", actor=actor, now=now, reasons=reasons, basis=basis) as change:
        now = change.now
        locked = change.case
        before = locked.status
        locked.outcome = Outcome.DENIED
        locked.approver_id = actor.user_id
        locked.decided_at = now
        locked._deny()
        change.record("case.deny", "outcome", "approver", opinion=reasons, data={"basis": basis}, state_from=before)
        context = denial_context(locked, facts=facts_text(locked), reasons=reasons, basis=basis, now=now)
        issue_for(change, "denial_decision", context)
        tell_applicant(
            case=locked,
            actor=actor,
            title=_("Your application was not granted"),
            body=_("“%(item)s” (%(number)s) was not granted. The decision says why and what you can do."),
            now=now,
        )
    return change.case
