"""The data of the first check's papers (domain.md §3.11 nos. 3, 4, 7, 8, 22)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from accounts.actors import Actor
from cases.documents.common import case_facts, iso, local_iso, papers_of, remedies
from cases.documents.decisions import basis_text
from cases.models import Case, CorrectionItem, CorrectionNotice
from cases.rules.renewing import last_day, silence_renews
from core.text import format_limit


def acceptance_context(case: Case, *, now: datetime) -> dict[str, Any]:
    facts = case.version.facts
    return {
        **case_facts(case, now=now),
        "accepted_on": iso(case.accepted_at),
        "statutory_limit": format_limit(facts.statutory_limit.n, facts.statutory_limit.unit),
        "statutory_due_on": case.statutory_due_on.isoformat() if case.statutory_due_on else "",
        "promised_limit": format_limit(facts.promised_limit.n, facts.promised_limit.unit),
        "promised_due_on": case.promised_due_on.isoformat() if case.promised_due_on else "",
        "basis": basis_text(case),
        "materials": papers_of(case.application),
        **_renewed_by_silence(case),
    }


def _renewed_by_silence(case: Case) -> dict[str, Any]:
    """Art. 50(2): the last day of the old term, on which an undecided renewal counts as granted."""
    last = last_day(case)
    if last is None or case.subject is None or not silence_renews(case):
        return {}
    return {"silence_on": last.isoformat(), "certificate_name": case.subject.name}


def correction_context(
    case: Case, notice: CorrectionNotice, items: Iterable[CorrectionItem], *, now: datetime
) -> dict[str, Any]:
    bases = {material.key: material.basis for material in case.version.facts.materials}
    return {
        **case_facts(case, now=now),
        "received_on": iso(case.received_at),
        "corrections": [
            {
                "name": item.name,
                "problem": item.reason,
                "requirement": item.remedy,
                "basis": bases.get(item.key, ""),
            }
            for item in items
        ],
        "due_on": notice.due_on.isoformat(),
        "licensing": case.version.facts.time_regime == "licensing",
        "basis": "《中华人民共和国行政许可法》第三十二条第一款第（四）项"
        if case.version.facts.time_regime == "licensing"
        else basis_text(case),
    }


def not_required_context(case: Case, *, reason: str, basis: str, now: datetime) -> dict[str, Any]:
    return {**case_facts(case, now=now), "reasons": [reason], "basis": basis}


def refusal_context(case: Case, *, reason: str, data: dict[str, Any], now: datetime) -> dict[str, Any]:
    return {
        **case_facts(case, now=now),
        "remedies": remedies(case),
        "reasons": [reason],
        "basis": data.get("basis", ""),
        "competent_body": data.get("agency", ""),
    }


def withdrawal_context(case: Case, *, reason: str, actor: Actor, now: datetime) -> dict[str, Any]:
    agent = case.application.agent
    by = f"{actor.name}（代理人）" if agent is not None and agent.pk == actor.user_id else actor.name
    return {
        **case_facts(case, now=now),
        "withdrawn_at": local_iso(now),
        "withdrawn_by": by,
        "reason": reason,
        "returned": papers_of(case.application),
    }
