"""T20: after a decision nothing is edited. A linked case of its own kind changes, renews, ends or corrects it."""

from __future__ import annotations

from datetime import datetime
from typing import Any, cast

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.actors import Actor
from cases.certificates.change import REPLACING, issue_version, move_certificate
from cases.documents.later import CODES, later_context
from cases.domain.change import Change, changing
from cases.domain.documents import issue_for
from cases.domain.follow_up import receive_follow_up
from cases.domain.parties import tell_holder
from cases.domain.receive import give_receipt, tell_received
from cases.domain.stages import lay_stages
from cases.domain.tell import tell_applicant
from cases.enums import AcceptMode, Channel
from cases.models import Application, Case, Certificate
from cases.rules.linked import AGAINST_HOLDER, EX_OFFICIO, certificate_of


def open_linked_case(
    *, case: Case, kind: str, reason: str, actor: Actor, now: datetime, changes: dict[str, Any] | None = None
) -> Case:
    """Open a case of `kind` about the decided `case`: at once accepted when the authority opens it itself, else
    received like any application. Papers and answers on file are not asked for again (R13).
    """
    given = {"kind": kind, "reason": reason, "changes": changes or {}}
    with changing(case=case, verb="open_linked", actor=actor, now=now, **given) as change:
        now = change.now
        origin = change.case
        followed = receive_follow_up(
            origin=origin,
            kind=kind,
            application=_application(origin, kind, actor, now),
            channel=Channel.OFFICE if kind in EX_OFFICIO else _channel(actor),
            unit=origin.unit,
            reason=reason,
            actor=actor,
            now=now,
            subject=certificate_of(origin),
            changes=cast(Any, {**(changes or {}), "reason": reason}),
        )
        linked = followed.case
        change.record("case.open_linked", opinion=reason, data={"kind": kind, "linked": linked.public_id.hex})
        if kind in EX_OFFICIO:
            _accept_at_once(followed)
        else:
            give_receipt(linked.application, [linked], actor=actor, now=now)
            tell_received(linked, actor=actor, now=now)
    return Case.objects.get(pk=linked.pk)


def _accept_at_once(change: Change) -> None:
    """What the authority opens itself it need not apply for; the person concerned is told."""
    locked, actor, now = change.case, change.actor, change.now
    before = locked.status
    locked.accept_mode = AcceptMode.EX_OFFICIO
    locked.intake_clerk_id = actor.user_id
    locked._accept()
    change.record(
        "case.accept",
        "accept_mode",
        "intake_clerk",
        data={"accepted_at": now.isoformat(), "mode": AcceptMode.EX_OFFICIO},
        state_from=before,
    )
    lay_stages(change)
    if locked.kind in AGAINST_HOLDER:
        tell_holder(change)
    tell_applicant(
        case=locked,
        actor=actor,
        title=_("The office examines an earlier decision"),
        body=_("About “%(item)s” a case was opened: %(number)s. You may state your view before it is decided."),
        now=now,
    )


def _application(origin: Case, kind: str, actor: Actor, now: datetime) -> Application:
    old = origin.application
    return Application.objects.create(
        applicant=old.applicant,
        mandate=old.mandate if old.mandate and old.mandate.agent_id == actor.user_id else None,
        channel=Channel.OFFICE if kind in EX_OFFICIO else _channel(actor),
        point_id=actor.post.point_id if actor.post else None,
        region=old.region,
        created_by_id=actor.user_id,
        answers=old.answers,
        situations=old.situations,
        declared_at=now,
        privacy_shown_at=now,
        created_at=now,
        updated_at=now,
        submitted_at=now,
    )


def _channel(actor: Actor) -> Channel:
    return Channel.WINDOW if actor.post else Channel.ONLINE


def carry_out(change: Change, *, text: str, **said: Any) -> Certificate | None:
    """What granting a linked case does to the certificate it is about, with the decision as a paper.

    `said` are further keys of the paper, or other words for those it has anyway.
    """
    case, actor, now = change.case, change.actor, change.now
    old = case.subject
    new: Certificate | None = None
    if old is not None:
        old = move_certificate(certificate=old, kind=case.kind, case=case, actor=actor, now=now)
        if case.kind in REPLACING:
            new = issue_version(old=old, case=case, on=timezone.localdate(now), actor=actor, now=now)
    issue_for(change, CODES[case.kind], {**later_context(case, text=text, old=old, new=new, now=now), **said})
    return new
