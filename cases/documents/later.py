"""The data of what is decided about a decision later (domain.md §3.11 no. 25)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from cases.documents.common import case_facts, iso, remedies
from cases.documents.decisions import basis_text, facts_text
from cases.enums import CaseKind
from cases.models import Case, Certificate, OfficialDocument

CODES: dict[str, str] = {
    CaseKind.CHANGE: "change_decision",
    CaseKind.RENEW: "renew_decision",
    CaseKind.CORRECT_ERROR: "correct_error_decision",
    CaseKind.CANCEL: "cancel_decision",
    CaseKind.REVOKE: "revoke_decision",
    CaseKind.WITHDRAW: "withdraw_decision",
    CaseKind.SUSPEND: "suspend_decision",
    CaseKind.RESTORE: "restore_notice",
}
# 行政许可法: the articles that allow the act, where the item names none of its own.
ARTICLES: dict[str, str] = {
    CaseKind.CHANGE: "第四十九条",
    CaseKind.RENEW: "第五十条",
    CaseKind.CANCEL: "第七十条",
    CaseKind.REVOKE: "第六十九条",
    CaseKind.WITHDRAW: "第八条第二款",
}
CHANGE_LABELS = {"holder_name": "持证人姓名", "address": "地址", "scope": "准予的内容", "note": "备注"}
DECISIONS = ("grant_decision", "completion_notice", "certificate")


def later_context(
    case: Case, *, text: str, old: Certificate | None, new: Certificate | None, now: datetime
) -> dict[str, Any]:
    """One builder for all kinds: a paper takes the keys that it prints."""
    former = _former(case)
    today = iso(now)
    until = str(case.changes.get("suspended_to") or "")
    facts: dict[str, Any] = {
        **case_facts(case, now=now),
        "remedies": remedies(case),
        "basis": _basis(case),
        "reasons": [line for line in (text or opened_because(case)).splitlines() if line.strip()],
        "facts": facts_text(case) or opened_because(case),
        "effective_on": today,
        "former_decision": former.number if former else "",
        "former_decision_on": iso(former.issued_at) if former else "",
        "changes": changes_rows(case, old),
        "corrected_paper": former.title if former else case.version.name,
        "suspended_from": today,
        "suspended_to": until,
    }
    shown = new or old
    if shown is not None:
        facts |= {
            "certificate_name": shown.name,
            "certificate_number": shown.number,
            "valid_from": shown.valid_from.isoformat(),
            "valid_to": shown.valid_to.isoformat() if shown.valid_to else "",
            "former_valid_to": old.valid_to.isoformat() if old and old.valid_to else "",
        }
    return facts


def opened_because(case: Case) -> str:
    """Why the linked case was opened, in the words of who opened it."""
    return str(case.changes.get("reason", ""))


def changes_rows(case: Case, old: Certificate | None) -> list[dict[str, str]]:
    before = {**old.amended, "holder_name": old.holder_name, "note": old.note} if old else {}
    return [
        {"label": CHANGE_LABELS.get(key, key), "before": str(before.get(key, "")), "after": str(value)}
        for key, value in case.changes.items()
        if key in CHANGE_LABELS and value
    ]


def _former(case: Case) -> OfficialDocument | None:
    if case.origin_id is None:
        return None
    found = OfficialDocument.objects.filter(case_id=case.origin_id, code__in=DECISIONS)
    return found.exclude(number="").order_by("-id").first() or found.order_by("-id").first()


def _basis(case: Case) -> str:
    article = ARTICLES.get(case.kind, "")
    if article and case.version.facts.is_licence:
        return f"《中华人民共和国行政许可法》{article}"
    return basis_text(case)
