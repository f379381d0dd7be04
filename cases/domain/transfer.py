"""T17 移送: the wrong unit has it. The receiving unit must accept; a linked case goes on there (domain.md §3.3)."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.actors import Actor
from cases.documents.endings import transfer_context
from cases.domain.change import changing
from cases.domain.documents import issue_for
from cases.domain.follow_up import receive_follow_up
from cases.domain.materials import list_required
from cases.domain.propose import confirm, decline_act, propose_act
from cases.domain.supervise import order_supervision
from cases.domain.tell import tell_applicant
from cases.enums import CaseKind, Outcome
from cases.models import Case, Proposal, SupervisionRule
from flow.clocks import workdays_between
from places.calendar import calendar_for
from places.models import Unit


def propose_transfer(
    *, case: Case, to_unit: Unit | None, reason: str, basis: str, actor: Actor, now: datetime
) -> Proposal:
    """The unit that has the case offers it to the competent one."""
    given = {"to_unit": to_unit.pk if to_unit else None, "basis": basis}
    return propose_act(case=case, verb="propose_transfer", given=given, reason=reason, actor=actor, now=now)


def decline_transfer(*, case: Case, answer: str, actor: Actor, now: datetime) -> Proposal:
    """The other unit is not competent either and says why; the case stays where it is."""
    return decline_act(case=case, verb="decline_transfer", answer=answer, actor=actor, now=now)


def transfer_case(*, case: Case, actor: Actor, now: datetime) -> Case:
    """The receiving unit takes it: this case ends as transferred and its successor is received there with everything
    on file. Which days count is put before the supervisor; nothing is asked of the applicant again (R13).
    """
    with changing(case=case, verb="transfer", actor=actor, now=now) as change:
        now = change.now
        locked, proposal = change.case, confirm(change, "transfer")
        before, to = locked.status, Unit.objects.select_related("region").get(pk=proposal.given["to_unit"])
        used = _used(locked, now)
        locked.outcome = Outcome.TRANSFERRED
        locked._transfer()
        change.record("case.transfer", "outcome", opinion=proposal.reason, data=proposal.given, state_from=before)
        basis = str(proposal.given.get("basis", ""))
        context = transfer_context(locked, to=to, reason=proposal.reason, basis=basis, used=used, now=now)
        issue_for(change, "transfer_letter", context)
        followed = receive_follow_up(
            origin=locked,
            kind=CaseKind.SUCCESSOR,
            application=locked.application,
            channel=locked.channel,
            unit=to,
            actor=actor,
            now=now,
        )
        successor = followed.case
        list_required(successor, successor.application)
        order_supervision(
            case=successor,
            rule=SupervisionRule.CLOCK_QUESTION,
            key=f"clock:{successor.number}",
            matter=_("Transferred with %(days)d working days used: decide whether they count at the new unit.")
            % {"days": used},
            now=now,
        )
        tell_applicant(
            case=locked,
            actor=actor,
            title=_("Your application was passed on"),
            body=_("“%(item)s” (%(number)s) was passed on to the unit that is competent. You need not do anything."),
            now=now,
        )
    return change.case


def _used(case: Case, now: datetime) -> int:
    if case.accepted_at is None:
        return 0
    first, today = timezone.localdate(case.accepted_at), timezone.localdate(now)
    return workdays_between(first, today, calendar_for(case.unit))
