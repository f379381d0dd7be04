"""授权委托书 as a paper (domain.md §3.11 no. 26; 民法典 Art. 165)."""

from __future__ import annotations

import base64
from typing import Any

from accounts.models import Mandate, MandateAct, MandateProof
from cases.documents.common import iso
from catalog.models import ServiceItem
from core.domain.uploads import open_stored_file
from core.models import StoredFile

GLASS = "signature.jpg"  # what the gate makes of the drawing's signature.png


def authorization_context(mandate: Mandate) -> dict[str, Any]:
    principal = mandate.principal
    written = mandate.proof if mandate.proof_kind == MandateProof.GLASS else None
    items = ServiceItem.objects.filter(key__in=mandate.item_keys).order_by("key")
    return {
        "issued_on": iso(mandate.created_at),
        "principal": [["姓名", principal.name], ["证件号码", principal.id_number], ["联系电话", principal.phone]],
        "agent": [["姓名", mandate.agent.display_name], ["与委托人关系", mandate.relation]],
        "items": [item.name for item in items],
        "acts": [str(MandateAct(act).label) for act in mandate.acts],
        "valid_from": mandate.valid_from.isoformat(),
        "valid_to": mandate.valid_to.isoformat(),
        "proof": str(mandate.get_proof_kind_display()),
        "witnesses": [mandate.witness.display_name] if mandate.witness else [],
        **signature_of(written),
    }


def signature_of(written: StoredFile | None) -> dict[str, str]:
    """A signature on the glass as the picture a paper shows; nothing for a photograph of a whole sheet, which would not
    fit beside the name, or while the virus check has not passed it."""
    if written is None or written.original_name != GLASS or not written.is_downloadable:
        return {}
    with open_stored_file(written) as file:
        content = base64.b64encode(file.read()).decode("ascii")
    return {"signature_image": f"data:{written.content_type};base64,{content}"}
