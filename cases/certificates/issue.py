"""Issue the certificate of a granted case (domain.md §7.2, §7.3)."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from accounts.actors import Actor
from cases.documents.certificates import certificate_context
from cases.domain.documents import issue_document
from cases.models import Case, Certificate
from cases.models.certificates import new_token
from cases.signals import certificate_changed
from core.domain.audit import append_audit
from core.identifiers import certificate_identifier
from flow.clocks import add_months
from flow.numbers import next_in_series

NO_RESULT = "none"


def issue_certificate(*, case: Case, actor: Actor, now: datetime) -> Certificate | None:
    """Number, record and enqueue the certificate; None for items that end in a decision only.

    Call inside the transaction of the grant: number, case and file job stand or fall together.
    """
    result = case.version.facts.result
    if result.kind == NO_RESULT:
        return None
    day = timezone.localdate(now)
    serial = next_in_series(series=f"certificate:{case.unit_id}:{result.type_code}:{day.year}")
    running = f"{day.year}{serial:06d}"
    identifier = certificate_identifier(result.type_code, case.unit.credit_code, running, 1)
    valid_to = add_months(day, result.validity_months) if result.validity_months else None
    certificate = Certificate(
        identifier=identifier,
        number=f"{case.unit.short_name}{result.type_code}-{running}",
        token=new_token(),
        case=case,
        holder=case.applicant,
        holder_name=case.applicant.name,
        name=result.name,
        issuer=case.unit,
        issued_on=day,
        valid_from=day,
        valid_to=valid_to,
    )
    certificate.document = issue_document(
        code="certificate",
        application=case.application,
        case=case,
        context=certificate_context(certificate, verify_url=verify_address(certificate)),
        actor=actor,
        now=now,
    )
    certificate.save()
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


def verify_address(certificate: Certificate) -> str:
    """The address in the QR code; it keeps working after the certificate was changed or revoked."""
    return str(settings.PUBLIC_URL).rstrip("/") + reverse("verify:certificate", args=[certificate.token])
