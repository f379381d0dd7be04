"""The data of a certificate (domain.md §7.3)."""

from __future__ import annotations

from typing import Any

from cases.documents.common import person_facts
from cases.documents.decisions import basis_text, validity_text
from cases.models import Certificate


def certificate_context(certificate: Certificate, *, verify_url: str) -> dict[str, Any]:
    """The holder is named in full with the identity number: the paper is hers; the verification page masks both."""
    case = certificate.case
    facts = case.version.facts
    lines = [["办理依据", basis_text(case)], ["有效期限", validity_text(facts.result.validity_months)]]
    if facts.result.note:
        lines.append(["备注", facts.result.note])
    return {
        **person_facts(case.application),
        "issuer": certificate.issuer.name,
        "issued_on": certificate.issued_on.isoformat(),
        "name": certificate.name,
        "number": certificate.number,
        "identifier": certificate.identifier,
        "holder_name": certificate.holder_name,
        "holder_code": certificate.holder.id_number,
        "holder_code_label": "公民身份号码",
        "item_name": case.version.name,
        "case_no": case.number or "",
        "facts": lines,
        "valid_from": certificate.valid_from.isoformat(),
        "valid_to": certificate.valid_to.isoformat() if certificate.valid_to else "",
        "verify_url": verify_url,
    }
