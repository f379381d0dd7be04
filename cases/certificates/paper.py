"""A new certificate gets its paper, whichever case it comes from."""

from __future__ import annotations

from datetime import datetime

from accounts.actors import Actor
from cases.certificates.build import verify_address
from cases.documents.certificates import certificate_context
from cases.domain.documents import issue_document
from cases.models import Case, Certificate


def put_on_paper(certificate: Certificate, *, case: Case, actor: Actor, now: datetime) -> None:
    """Record and enqueue the paper and save both. Call inside the transaction of the grant."""
    certificate.document = issue_document(
        code="certificate",
        application=case.application,
        case=case,
        context=certificate_context(certificate, verify_url=verify_address(certificate)),
        actor=actor,
        now=now,
    )
    certificate.save()
