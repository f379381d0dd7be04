"""T8 退件: nothing was supplied in the time of the correction notice; the periodic work proposes, a clerk confirms."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.actors import SYSTEM, Actor
from cases.documents.ways import return_context
from cases.domain.change import changing
from cases.domain.documents import issue_for
from cases.domain.propose import confirm, propose_act
from cases.domain.tell import tell_applicant
from cases.enums import Outcome
from cases.models import Case, Proposal, Reminder
from cases.rules.ways import correction_reminder_key


def propose_lapse(*, case: Case, now: datetime, actor: Actor = SYSTEM) -> Proposal:
    """What a clerk has to confirm; the applicant was reminded before (domain.md §3.3 T8)."""
    reason = _("Nothing was supplied within the term of the correction notice.")
    return propose_act(case=case, verb="propose_lapse", given={}, reason=reason, actor=actor, now=now)


def lapse_case(*, case: Case, actor: Actor, now: datetime) -> Case:
    """T8: the papers go back with a notice, and nothing keeps the applicant from applying again."""
    with changing(case=case, verb="lapse", actor=actor, now=now) as change:
        now = change.now
        locked = change.case
        before = locked.status
        proposal = confirm(change, "lapse")
        locked.outcome = Outcome.LAPSED
        locked._lapse()
        change.record("case.lapse", "outcome", opinion=proposal.reason, state_from=before)
        notice = locked.correction
        if notice is None:
            raise ValueError("A case in correction has a correction notice")
        reminders = Reminder.objects.filter(key__startswith=correction_reminder_key(locked)).order_by("id")
        days = [timezone.localdate(reminder.sent_at).isoformat() for reminder in reminders]
        issue_for(change, "return_notice", return_context(locked, notice, reminded_on=days, reason="", now=now))
        tell_applicant(
            case=locked,
            actor=actor,
            title=_("Your papers are returned"),
            body=_("For “%(item)s” (%(number)s) nothing was supplied in time. You may apply again at any time."),
            now=now,
        )
    return change.case
