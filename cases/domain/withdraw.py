"""T9: the applicant withdraws before the decision."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.actors import Actor
from cases.documents.notices import withdrawal_context
from cases.domain.change import changing
from cases.domain.documents import issue_for
from cases.domain.tell import tell_applicant
from cases.enums import Outcome
from cases.models import Case


def withdraw_case(*, case: Case, reason: str, actor: Actor, now: datetime) -> Case:
    """Withdraw; the papers go back and nothing keeps her from applying again. A reason may be given, not demanded."""
    with changing(case=case, verb="withdraw", actor=actor, now=now, act="withdraw") as change:
        now = change.now
        locked = change.case
        before = locked.status
        locked.outcome = Outcome.WITHDRAWN
        locked._withdraw()
        change.record("case.withdraw", "outcome", opinion=reason, state_from=before)
        context = withdrawal_context(locked, reason=reason, actor=actor, now=now)
        issue_for(change, "withdrawal_confirmation", context)
        tell_applicant(
            case=locked,
            actor=actor,
            title=_("Your application was withdrawn"),
            body=_("“%(item)s” (%(number)s) was withdrawn. You may apply again at any time."),
            now=now,
        )
    return change.case
