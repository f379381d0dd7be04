"""The data of the first check's papers (domain.md §3.11 nos. 3, 4, 7, 8, 22)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from cases.documents.common import case_facts, remedies
from cases.models import Case, CorrectionNotice
from core.text import format_limit


def acceptance_context(case: Case, *, now: datetime) -> dict[str, Any]:
    facts = case.version.facts
    return {
        **case_facts(case, now=now),
        "statutory_limit": format_limit(facts.statutory_limit.n, facts.statutory_limit.unit),
        "promised_limit": format_limit(facts.promised_limit.n, facts.promised_limit.unit),
        "statutory_due_on": case.statutory_due_on.isoformat() if case.statutory_due_on else "",
        "promised_due_on": case.promised_due_on.isoformat() if case.promised_due_on else "",
        "due_provisional": case.due_provisional,
        "is_licence": facts.is_licence,
    }


def correction_context(case: Case, notice: CorrectionNotice, *, now: datetime) -> dict[str, Any]:
    return {
        **case_facts(case, now=now),
        "defects": [
            {"name": item.name, "reason": item.reason, "remedy": item.remedy} for item in notice.items.order_by("id")
        ],
        "correction_due_on": notice.due_on.isoformat(),
    }


def not_required_context(case: Case, *, reason: str, basis: str, now: datetime) -> dict[str, Any]:
    return {**case_facts(case, now=now), "reason": reason, "basis": basis}


def refusal_context(case: Case, *, reason: str, data: dict[str, Any], now: datetime) -> dict[str, Any]:
    return {
        **case_facts(case, now=now),
        **remedies(case),
        "reason": reason,
        "basis": data.get("basis", ""),
        "turn_to": data.get("agency", ""),
    }


def withdrawal_context(case: Case, *, reason: str, now: datetime) -> dict[str, Any]:
    papers = case.application.papers.filter(replaced_at=None)
    return {**case_facts(case, now=now), "reason": reason, "returned_materials": [paper.name for paper in papers]}
