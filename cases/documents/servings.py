"""The data of serving by post (domain.md §3.11 no. 24)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from cases.documents.common import case_facts, local_iso
from cases.models import Case, OfficialDocument, Serving


def postal_context(
    case: Case, serving: Serving, *, documents: Iterable[OfficialDocument], now: datetime
) -> dict[str, Any]:
    return {
        **case_facts(case, now=now),
        "documents": [{"name": d.title, "number": d.number, "copies": 1} for d in documents],
        "receiver_name": case.applicant.name,
        "receiver_phone": case.applicant.phone,
        "place": serving.address,
        "carrier": serving.carrier,
        "mail_number": serving.receipt_number,
        "posted_at": local_iso(now),
    }
