"""The data of papers that end a case without a decision (domain.md §3.11 nos. 21, 23)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from cases.documents.common import case_facts, iso, papers_of, remedies
from cases.documents.decisions import basis_text, facts_text
from cases.models import Case
from places.models import Unit

COLLECT = "请带有效身份证件到受理窗口取回材料；情况变化后可以重新申请。"


def termination_context(case: Case, *, ground: str, text: str, basis: str, now: datetime) -> dict[str, Any]:
    return {
        **case_facts(case, now=now),
        "remedies": remedies(case),
        "reasons": [line for line in (ground, *text.splitlines()) if line.strip()],
        "basis": basis or basis_text(case),
        "facts": facts_text(case),
        "accepted_on": iso(case.accepted_at),
        "returned": papers_of(case.application),
        "how_to_collect": COLLECT,
    }


def transfer_context(case: Case, *, to: Unit, reason: str, basis: str, used: int, now: datetime) -> dict[str, Any]:
    """`used`: working days of the promised term that have been used up here."""
    return {
        **case_facts(case, now=now),
        "to": to.name,
        "reasons": [reason],
        "basis": basis or basis_text(case),
        "received_on": iso(case.received_at),
        "accepted_on": iso(case.accepted_at),
        "materials": papers_of(case.application),
        "clock_note": f"本机关已经使用办理期限 {used} 个工作日。",
        "contact": case.unit.phone,
    }
