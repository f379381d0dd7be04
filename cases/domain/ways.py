"""Special ways of acceptance: T2 with papers that follow, on a promise, and T7 by silence (domain.md §3.6; R2, R25)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext as _

from accounts.actors import SYSTEM, Actor
from cases.documents.notices import acceptance_context
from cases.documents.ways import commitment_context, tolerance_notice_context, tolerance_promise_context
from cases.domain.change import Change, changing
from cases.domain.documents import issue_for
from cases.domain.intake import accepted_at, move_to_accepted
from cases.domain.stages import lay_stages
from cases.domain.supervise import order_supervision
from cases.domain.tell import tell_applicant
from cases.enums import AcceptMode, MaterialState
from cases.models import Case, CaseMaterial, Commitment, SupervisionRule, Tolerance
from cases.rules.ways import papers_promised, papers_that_follow
from core.models import StoredFile
from flow.clocks import Term, TermUnit, due_on
from places.calendar import calendar_for

CHECK_PROMISE_WITHIN = Term(2, TermUnit.MONTH)  # [M] places differ; the guide's own term would stand over it


def accept_with_tolerance(
    *, case: Case, signed: bool, actor: Actor, now: datetime, signature: StoredFile | None = None
) -> Case:
    """容缺受理: the review goes on at once; the listed papers follow within the item's term, on a signed promise."""
    with changing(case=case, verb="accept_with_tolerance", actor=actor, now=now, signed=signed or signature) as change:
        now = change.now
        locked = change.case
        rows = papers_that_follow(locked)
        _accept(change, AcceptMode.TOLERANCE, rows, MaterialState.LATER)
        tolerance = Tolerance.objects.create(
            case=locked,
            keys=[row.key for row in rows],
            promise=tolerance_promise(locked, rows),
            signature=signature,
            promised_at=now,
        )
        issue_for(change, "acceptance_notice", acceptance_context(locked, now=now))
        issue_for(change, "tolerance_notice", tolerance_notice_context(locked, rows, now=now))
        issue_for(change, "tolerance_promise", tolerance_promise_context(locked, tolerance, rows, now=now))
        tell_applicant(
            case=locked,
            actor=actor,
            title=_("Your application was accepted; some papers follow"),
            body=_("“%(item)s” (%(number)s) was accepted. Please supply the papers that are still missing in time.")
            + " "
            + _("They stand in the notice with their last day."),
            now=now,
        )
    return change.case


def accept_on_promise(
    *, case: Case, signed: bool, actor: Actor, now: datetime, signature: StoredFile | None = None
) -> Case:
    """告知承诺: told in writing what is required, the applicant promises in writing; the proofs are not asked for."""
    with changing(case=case, verb="accept_on_promise", actor=actor, now=now, signed=signed or signature) as change:
        now = change.now
        locked = change.case
        rows = papers_promised(locked)
        _accept(change, AcceptMode.COMMITMENT, rows, MaterialState.PROMISED)
        check_by = due_on(now, CHECK_PROMISE_WITHIN, calendar_for(locked.unit))
        commitment = Commitment.objects.create(
            case=locked,
            keys=[row.key for row in rows],
            promise=locked.version.facts.commitment_text,
            signature=signature,
            promised_at=now,
            check_by_on=check_by.on if check_by else None,
        )
        issue_for(change, "acceptance_notice", acceptance_context(locked, now=now))
        issue_for(change, "commitment_letter", commitment_context(locked, commitment, rows, now=now))
        tell_applicant(
            case=locked,
            actor=actor,
            title=_("Your application was accepted on your promise"),
            body=_("“%(item)s” (%(number)s) was accepted. The office checks later whether the promise was kept."),
            now=now,
        )
    return change.case


def deem_accepted(*, case: Case, now: datetime) -> Case:
    """T7 视为受理: nobody told the applicant in five working days, so the day of receipt counts (Art. 32(4); R2)."""
    with changing(case=case, verb="deem_accepted", actor=SYSTEM, now=now) as change:
        now = change.now
        locked = change.case
        before = locked.status
        locked.accept_mode = AcceptMode.DEEMED
        locked._deem_accepted()
        received = locked.received_at or now
        change.record(
            "case.deem_accepted",
            "accept_mode",
            data={"accepted_at": received.isoformat(), "mode": AcceptMode.DEEMED},
            state_from=before,
        )
        lay_stages(change)
        issue_for(change, "acceptance_notice", {**acceptance_context(locked, now=now), "deemed": True})
        order_supervision(
            case=locked,
            rule=SupervisionRule.DEEMED,
            key=f"deemed:{locked.number}",
            matter=_("Nobody answered within five working days; the application counts as accepted from its receipt."),
            now=now,
        )
        tell_applicant(
            case=locked,
            actor=SYSTEM,
            title=_("Your application counts as accepted"),
            body=_(
                "“%(item)s” (%(number)s) counts as accepted from the day it was received. %(unit)s decides by %(due)s."
            ),
            now=now,
        )
    return change.case


def check_promise(*, case: Case, kept: bool, finding: str, actor: Actor, now: datetime) -> Commitment:
    """The later check of a promise; a false one is no ground to wait: a case of revocation is opened from here."""
    with changing(case=case, verb="check_promise", actor=actor, now=now, finding=finding) as change:
        now = change.now
        commitment: Commitment = change.case.commitment
        commitment.kept, commitment.finding = kept, finding
        commitment.checked_by_id, commitment.checked_at = actor.user_id, now
        commitment.save(update_fields=["kept", "finding", "checked_by", "checked_at"])
        change.record("case.check_promise", opinion=finding, data={"kept": kept})
    return commitment


def _accept(change: Change, mode: AcceptMode, rows: Iterable[CaseMaterial], state: MaterialState) -> None:
    case, now = change.case, change.now
    before = case.status
    keys = [row.key for row in rows]
    case.materials.filter(key__in=keys).update(state=state, defect="", remedy="")
    case.intake_clerk_id = change.actor.user_id
    case.accept_mode = mode
    move_to_accepted(case)
    change.record(
        "case.accept",
        "intake_clerk",
        "accept_mode",
        data={"accepted_at": accepted_at(case, now).isoformat(), "mode": mode, "keys": keys},
        state_from=before,
    )
    lay_stages(change)


def tolerance_promise(case: Case, rows: Iterable[CaseMaterial]) -> str:
    """What the applicant signs, in the words of the paper."""
    names = "、".join(f"《{row.name}》" for row in rows)
    return f"我承诺在规定期限内补交{names}；逾期未补交的，同意终止办理，并承担相应后果。"
