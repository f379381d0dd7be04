"""Issue the certificate of a granted case (domain.md §7.2, §7.3)."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from accounts.actors import Actor
from cases.certificates.build import build_certificate
from cases.certificates.paper import put_on_paper
from cases.models import Case, Certificate
from cases.signals import certificate_changed
from core.domain.audit import append_audit
from flow.numbers import next_in_series


def issue_certificate(*, case: Case, actor: Actor, now: datetime) -> Certificate | None:
    """Number, record and enqueue the certificate; None for items that end in a decision only.

    Call inside the transaction of the grant: number, case and file job stand or fall together.
    """
    certificate = build_certificate(case=case, on=timezone.localdate(now), draw=next_in_series)
    if certificate is None:
        return None
    put_on_paper(certificate, case=case, actor=actor, now=now)
    certificate_changed.send(sender=Certificate, certificate_id=certificate.pk)
    append_audit(
        action="certificate.issue",
        user_id=actor.user_id,
        user_name=actor.name,
        subject=certificate,
        data={"number": certificate.number},
        now=now,
    )
    return certificate
