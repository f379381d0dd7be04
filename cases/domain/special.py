"""T11-T13: special procedures that stop the clocks, and the one extension (行政许可法 Art. 42, 45; R6, R8)."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.actors import Actor
from cases.documents.special import extension_context, special_procedure_context
from cases.domain.change import changing
from cases.domain.documents import issue_for
from cases.domain.propose import confirm, decline_act, open_proposal, propose_act
from cases.domain.tell import tell_applicant
from cases.models import Case, Proposal, Suspension
from cases.rules.hearings import days_from
from cases.rules.special import open_suspension, procedure_of
from catalog.choices import STATUTORY_PROCEDURES
from core.models import StoredFile
from flow.clocks import Term, TermUnit


def propose_suspension(
    *, case: Case, kind: str, days: int, reason: str, body: str = "", actor: Actor, now: datetime
) -> Proposal:
    """The reviewer asks for a special procedure of `days` working days; `body` carries it out."""
    given = {"kind": kind, "days": days, "body": body}
    return propose_act(case=case, verb="propose_suspension", given=given, reason=reason, actor=actor, now=now)


def decline_suspension(*, case: Case, answer: str, actor: Actor, now: datetime) -> Proposal:
    """The approver does not want the procedure; the clocks run on."""
    return decline_act(case=case, verb="decline_suspension", answer=answer, actor=actor, now=now)


def suspend_case(*, case: Case, actor: Actor, now: datetime) -> Case:
    """T11: the promised clock stands from tomorrow on, the statutory one only for a procedure of Art. 45."""
    given = _proposed(case, "suspend")
    with changing(case=case, verb="suspend", actor=actor, now=now, **given) as change:
        now = change.now
        proposal, locked = confirm(change, "suspend"), change.case
        given, before = proposal.given, locked.status
        statutory = given["kind"] in STATUTORY_PROCEDURES
        today = timezone.localdate(now)
        procedure = procedure_of(locked, given["kind"])
        row = Suspension.objects.create(
            case=locked,
            kind=given["kind"],
            is_statutory=statutory,
            basis=procedure.basis if procedure else "",
            reason=proposal.reason,
            max_days=given["days"],
            from_on=today,
            until_on=days_from(locked, Term(given["days"], TermUnit.WORKING_DAY), today),
            asked_by_id=proposal.proposed_by_id,
            approved_by_id=actor.user_id,
        )
        locked._suspend()
        data = {
            "kind": row.kind,
            "days": row.max_days,
            "statutory": statutory,
            "until_on": row.until_on.isoformat(),
            "asked_by": proposal.proposed_by.display_name if proposal.proposed_by else "",
        }
        change.record("case.suspend", opinion=proposal.reason, data=data, state_from=before)
        body = given.get("body", "")
        issue_for(change, "special_procedure_notice", special_procedure_context(locked, row, body=body, now=now))
        tell_applicant(
            case=locked,
            actor=actor,
            title=_("A special procedure was begun"),
            body=_(
                "“%(item)s” (%(number)s): the time it takes is not counted. It ends by %(due)s; the notice says why."
            ),
            now=now,
        )
    return change.case


def resume_case(*, case: Case, result: str = "", report: StoredFile | None = None, actor: Actor, now: datetime) -> Case:
    """T12: the result is there, or the last day told to the applicant has passed; the clocks run on."""
    with changing(case=case, verb="resume", actor=actor, now=now, result=result) as change:
        now = change.now
        locked, before = change.case, change.case.status
        row = open_suspension(locked)
        if row is None:
            raise ValueError("A suspended case has an open suspension")
        row.ended_on, row.report = timezone.localdate(now), report
        row.result = result or "告知的期限届满，自动恢复办理。"
        row.save(update_fields=["ended_on", "result", "report"])
        locked._resume()
        data = {"kind": row.kind, "report": str(report.public_id) if report else ""}
        change.record("case.resume", opinion=row.result, data=data, state_from=before)
        tell_applicant(
            case=locked,
            actor=actor,
            title=_("The special procedure has ended"),
            body=_("“%(item)s” (%(number)s) goes on. %(unit)s decides by %(due)s."),
            now=now,
        )
    return change.case


def propose_extension(*, case: Case, days: int, reason: str, actor: Actor, now: datetime) -> Proposal:
    """The reviewer asks the head for `days` working days more."""
    given = {"days": days}
    return propose_act(case=case, verb="propose_extension", given=given, reason=reason, actor=actor, now=now)


def decline_extension(*, case: Case, answer: str, actor: Actor, now: datetime) -> Proposal:
    return decline_act(case=case, verb="decline_extension", answer=answer, actor=actor, now=now)


def extend_case(*, case: Case, actor: Actor, now: datetime) -> Case:
    """T13: the head lengthens the statutory term, once; the applicant is told the reason and the new date (R6)."""
    with changing(case=case, verb="extend", actor=actor, now=now) as change:
        now = change.now
        proposal, locked = confirm(change, "extend"), change.case
        days, before, former = int(proposal.given["days"]), locked.status, locked.statutory_due_on
        locked._extend()
        data = {
            "days": days,
            "unit": TermUnit.WORKING_DAY,
            "asked_by": proposal.proposed_by.display_name if proposal.proposed_by else "",
        }
        change.record("case.extend", opinion=proposal.reason, data=data, state_from=before)
        context = extension_context(
            locked, reason=proposal.reason, days=days, former_due_on=former, actor=actor, now=now
        )
        issue_for(change, "extension_notice", context)
        tell_applicant(
            case=locked,
            actor=actor,
            title=_("The term for the decision was extended"),
            body=_("“%(item)s” (%(number)s) needs more time; the notice says why. %(unit)s decides by %(due)s."),
            now=now,
        )
    return change.case


def _proposed(case: Case, act: str) -> dict[str, object]:
    """What the conditions of the act look at, from the proposal: it is asked again at the second signature."""
    proposal = open_proposal(case, act)
    return {**proposal.given, "reason": proposal.reason} if proposal else {}
