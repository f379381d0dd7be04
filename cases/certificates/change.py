"""What a case does to a certificate: end it, stop it, or put a new version in its place (domain.md §7.3, §3.3 T20)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

from django.utils import timezone

from accounts.actors import SYSTEM, Actor
from cases.certificates.build import build_version
from cases.certificates.paper import put_on_paper
from cases.enums import CaseKind, CertificateState
from cases.models import Case, Certificate, CertificateEvent
from cases.signals import certificate_changed
from core.domain.audit import append_audit
from flow.events import who

MOVES: dict[str, tuple[str, Callable[[Certificate], None]]] = {
    CaseKind.CHANGE: ("certificate.change", lambda row: row._change()),
    CaseKind.RENEW: ("certificate.renew", lambda row: row._renew()),
    CaseKind.CORRECT_ERROR: ("certificate.void", lambda row: row._void()),
    CaseKind.CANCEL: ("certificate.cancel", lambda row: row._cancel()),
    CaseKind.REVOKE: ("certificate.revoke", lambda row: row._revoke()),
    CaseKind.WITHDRAW: ("certificate.withdraw", lambda row: row._withdraw()),
    CaseKind.SUSPEND: ("certificate.suspend", lambda row: row._suspend()),
    CaseKind.RESTORE: ("certificate.restore", lambda row: row._restore()),
}
# These put a new version in the place of the old one.
REPLACING = (CaseKind.CHANGE, CaseKind.RENEW, CaseKind.CORRECT_ERROR)


def move_certificate(*, certificate: Certificate, kind: str, case: Case, actor: Actor, now: datetime) -> Certificate:
    """The move that a granted case of `kind` means. Call inside the transaction of the grant.

    Raises `TransitionNotAllowed` when the certificate has moved meanwhile: the condition of the case was asked before.
    """
    locked = Certificate.objects.select_for_update().get(pk=certificate.pk)
    verb, move = MOVES[kind]
    before = locked.state
    move(locked)
    _record(locked, verb, before=before, case=case, actor=actor, now=now)
    return locked


def expire_certificate(*, certificate: Certificate, now: datetime) -> bool:
    """The last day is over. False when it moved meanwhile or another machine was first."""
    locked = Certificate.objects.select_for_update(skip_locked=True).filter(pk=certificate.pk).first()
    if locked is None or locked.state not in (CertificateState.VALID, CertificateState.SUSPENDED):
        return False
    before = locked.state
    locked._expire()
    _record(locked, "certificate.expire", before=before, case=None, actor=SYSTEM, now=now)
    return True


def issue_version(*, old: Certificate, case: Case, on: date, actor: Actor, now: datetime) -> Certificate:
    """The next version for the holder, with what the case changes; the QR code of the old one leads to its end."""
    months = case.version.facts.result.validity_months if case.kind == CaseKind.RENEW else None
    begins = _begins(old, case, on) if months else on
    certificate = build_version(old=old, case=case, on=on, valid_from=begins, months=months)
    put_on_paper(certificate, case=case, actor=actor, now=now)
    _record(certificate, "certificate.issue", before="", case=case, actor=actor, now=now)
    return certificate


def _begins(old: Certificate, case: Case, on: date) -> date:
    """A new term follows the old one, or the decision where that came later: one by silence dates back (Art. 50)."""
    decided = timezone.localdate(case.decided_at) if case.decided_at else on
    return max(decided, old.valid_to + timedelta(days=1)) if old.valid_to else on


def _record(
    certificate: Certificate, verb: str, *, before: str, case: Case | None, actor: Actor, now: datetime
) -> None:
    certificate.state_since = now
    certificate.save(update_fields=["state", "state_since"])
    CertificateEvent.objects.create(
        certificate=certificate,
        case=case,
        verb=verb,
        state_from=before,
        state_to=certificate.state,
        at=now,
        **who(actor),
    )
    append_audit(
        action=verb,
        user_id=actor.user_id,
        user_name=actor.name,
        subject=certificate,
        data={"number": certificate.number, "state": certificate.state},
        now=now,
    )
    certificate_changed.send(sender=Certificate, certificate_id=certificate.pk)
