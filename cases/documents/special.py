"""The data of the papers on time: special procedures and extensions (domain.md §3.11 nos. 10, 15)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from accounts.actors import Actor
from cases.documents.common import case_facts, iso
from cases.documents.decisions import basis_text
from cases.models import Case, Suspension
from cases.rules.special import extending_unit
from core.text import format_limit

ARTICLE_45 = "《中华人民共和国行政许可法》第四十五条"
ARTICLE_42 = "《中华人民共和国行政许可法》第四十二条"
WORKING_DAY = "working_day"


def special_procedure_context(case: Case, row: Suspension, *, body: str, now: datetime) -> dict[str, Any]:
    """`body`: who carries the procedure out. Both dates are those without the procedure: they move when it ends."""
    return {
        **case_facts(case, now=now),
        "procedure": str(row.get_kind_display()),
        "reasons": [row.reason],
        "started_on": row.from_on.isoformat(),
        "limit": format_limit(row.max_days, WORKING_DAY),
        "until_on": row.until_on.isoformat(),
        "basis": row.basis or (ARTICLE_45 if case.version.facts.is_licence else basis_text(case)),
        "body": body,
        "statutory_runs": not row.is_statutory,
        "contact": case.unit.name,
    }


def extension_context(
    case: Case, *, reason: str, days: int, former_due_on: date | None, actor: Actor, now: datetime
) -> dict[str, Any]:
    facts, head = case.version.facts, extending_unit(case)
    return {
        **case_facts(case, now=now),
        "reasons": [reason],
        "extended_by": format_limit(days, WORKING_DAY),
        "due_on": case.statutory_due_on.isoformat() if case.statutory_due_on else "",
        "former_due_on": former_due_on.isoformat() if former_due_on else "",
        "accepted_on": iso(case.accepted_at),
        "approver": f"{head.name}负责人{actor.name}",
        "basis": ARTICLE_42 if facts.is_licence else basis_text(case),
        "joint": facts.joint_handling,
    }
