"""The data of decisions and of their delivery (domain.md §3.11 nos. 17–19, 24)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from cases.documents.common import case_facts, remedies
from cases.enums import DeliveryMode
from cases.models import Case


def grant_context(case: Case, *, text: str, now: datetime) -> dict[str, Any]:
    result = case.version.facts.result
    return {
        **case_facts(case, now=now),
        **remedies(case),
        "basis": basis_text(case),
        "conditions": text,
        "validity": validity_text(result.validity_months),
        "result_name": result.name,
    }


def completion_context(case: Case, *, now: datetime) -> dict[str, Any]:
    result = case.version.facts.result
    return {
        **case_facts(case, now=now),
        "result_name": result.name,
        "outcome": "准予",
        "how_to_collect": "您可以在网上下载电子结果,也可以到原受理窗口领取;不方便的,可以请代办员送上门。",
    }


def denial_context(case: Case, *, reasons: str, basis: str, now: datetime) -> dict[str, Any]:
    return {
        **case_facts(case, now=now),
        **remedies(case),
        "facts": facts_text(case),
        "reasons": reasons,
        "basis": basis,
    }


def delivery_context(case: Case, *, mode: DeliveryMode, receiver: str, now: datetime) -> dict[str, Any]:
    delivered = [document.title for document in case.documents.filter(code__in=DELIVERED)]
    return {
        **case_facts(case, now=now),
        "documents": delivered,
        "manner": str(DeliveryMode(mode).label),
        "receiver": receiver,
        "delivered_at": now.isoformat(),
    }


DELIVERED = ("certificate", "grant_decision", "denial_decision", "completion_notice")


def basis_text(case: Case) -> str:
    return "、".join(f"《{basis.law}》{basis.article}" for basis in case.version.facts.basis)


def validity_text(months: int | None) -> str:
    if not months:
        return "长期"
    return f"{months // 12}年" if months % 12 == 0 else f"{months}个月"


def facts_text(case: Case) -> str:
    """What was found, from the reviewer's last opinion."""
    opinion = case.opinions.order_by("-id").first()
    return opinion.text if opinion else ""
