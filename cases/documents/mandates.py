"""授权委托书 as a paper (domain.md §3.11 no. 26; 民法典 Art. 165)."""

from __future__ import annotations

from typing import Any

from accounts.models import Mandate, MandateAct
from cases.documents.common import iso
from catalog.models import ServiceItem


def authorization_context(mandate: Mandate) -> dict[str, Any]:
    principal = mandate.principal
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
    }
