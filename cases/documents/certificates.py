"""The data of a certificate (domain.md §7.3)."""

from __future__ import annotations

from typing import Any

from cases.documents.common import person_facts
from cases.documents.decisions import basis_text
from cases.documents.later import CHANGE_LABELS
from cases.models import Certificate
from cases.models.certificates import AMENDABLE


def certificate_context(certificate: Certificate, *, verify_url: str) -> dict[str, Any]:
    """The holder is named in full with the identity number: the paper is hers; the verification page masks both.

    The term is no fact among these: it stands in a line of its own, once.
    """
    case = certificate.case
    said = {**certificate.amended, "note": certificate.note}
    lines = [["办理依据", basis_text(case)]]
    lines += [[CHANGE_LABELS[key], str(said[key])] for key in AMENDABLE if said.get(key)]
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
