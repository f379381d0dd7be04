"""The data of a certificate (domain.md §7.3)."""

from __future__ import annotations

from typing import Any

from cases.documents.decisions import basis_text, validity_text
from cases.models import Certificate
from core.masking import mask_id_number


def certificate_context(certificate: Certificate, *, verify_url: str) -> dict[str, Any]:
    case = certificate.case
    facts = case.version.facts
    return {
        "certificate_name": certificate.name,
        "certificate_number": certificate.number,
        "identifier": certificate.identifier,
        "holder_name": certificate.holder_name,
        "holder_id": mask_id_number(certificate.holder.id_number),
        "holder_address": case.region.full_name,
        "item_name": case.version.name,
        "case_number": case.number or "",
        "basis": basis_text(case),
        "note": facts.result.note,
        "issuer_name": certificate.issuer.name,
        "issuer_code": certificate.issuer.credit_code,
        "issued_on": certificate.issued_on.isoformat(),
        "date": certificate.issued_on.isoformat(),
        "valid_from": certificate.valid_from.isoformat(),
        "valid_to": certificate.valid_to.isoformat() if certificate.valid_to else "",
        "validity": validity_text(facts.result.validity_months),
        "verify_url": verify_url,
        "unit_name": certificate.issuer.name,
    }
