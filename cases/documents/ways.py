"""The data of acceptance under tolerance or on a promise, and of the return of papers (domain.md §3.11 nos. 5, 6, 9)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from cases.documents.applications import applicant_pairs
from cases.documents.common import case_facts, iso, local_iso, papers_of
from cases.documents.decisions import basis_text
from cases.documents.mandates import signature_of
from cases.models import Case, CaseMaterial, Commitment, CorrectionNotice, OfficialDocument, Tolerance
from core.models import StoredFile
from core.text import format_limit

CONSEQUENCE = "逾期没有补交的，本机关终止办理，退回材料；今后再申请时可能不再适用容缺受理。"
LIABILITY = "承诺不实的，本机关依法撤销已作出的决定，把不实承诺记入信用记录；造成他人损害的，依法承担责任。"
VERIFICATION = "本机关在作出决定后核查承诺是否属实。"
FALLBACK_BASIS = "《国务院办公厅关于全面推行证明事项和涉企经营许可事项告知承诺制的指导意见》（国办发〔2020〕42号）"
ON_PAPER = "申请人当面签字"


def tolerance_notice_context(case: Case, rows: Iterable[CaseMaterial], *, now: datetime) -> dict[str, Any]:
    facts = case.version.facts
    return {
        **case_facts(case, now=now),
        "accepted_on": iso(case.accepted_at),
        "missing": _missing(case, rows),
        "due_on": case.tolerance_due_on.isoformat() if case.tolerance_due_on else "",
        "consequence": CONSEQUENCE,
        "basis": basis_text(case),
        "promised_limit": format_limit(facts.promised_limit.n, facts.promised_limit.unit),
        "promised_due_on": case.promised_due_on.isoformat() if case.promised_due_on else "",
    }


def tolerance_promise_context(
    case: Case, tolerance: Tolerance, rows: Iterable[CaseMaterial], *, now: datetime
) -> dict[str, Any]:
    return {
        **case_facts(case, now=now),
        "missing": _missing(case, rows),
        "due_on": case.tolerance_due_on.isoformat() if case.tolerance_due_on else "",
        "applicant": applicant_pairs(case.application),
        "promises": [tolerance.promise],
        "consequence": CONSEQUENCE,
        **_signed(tolerance.signature, now),
    }


def commitment_context(
    case: Case, commitment: Commitment, rows: Iterable[CaseMaterial], *, now: datetime
) -> dict[str, Any]:
    facts = case.version.facts
    bases = {material.key: material.basis for material in facts.materials}
    return {
        **case_facts(case, now=now),
        "basis": basis_text(case) or FALLBACK_BASIS,
        "conditions": [condition.text for condition in facts.conditions],
        "liability": LIABILITY,
        "applicant": applicant_pairs(case.application),
        "proofs": [{"name": row.name, "content": "", "basis": bases.get(row.key, "")} for row in rows],
        "verification": VERIFICATION,
        "promises": [line for line in commitment.promise.splitlines() if line.strip()],
        **_signed(commitment.signature, now),
    }


def return_context(
    case: Case, notice: CorrectionNotice, *, reminded_on: Iterable[str], reason: str, now: datetime
) -> dict[str, Any]:
    issued = OfficialDocument.objects.filter(case=case, code="correction_notice").order_by("-id").first()
    lacking = "、".join(item.name for item in notice.items.filter(supplied_at=None))
    return {
        **case_facts(case, now=now),
        "reasons": [line for line in (f"到期没有补正：{lacking}。", reason) if line],
        "basis": basis_text(case),
        "received_on": iso(case.received_at),
        "correction_number": issued.number if issued else "",
        "correction_issued_on": iso(notice.issued_at),
        "due_on": notice.due_on.isoformat(),
        "reminded_on": list(reminded_on),
        "returned": papers_of(case.application),
        "how_to_collect": "请带有效身份证件到原收件窗口取回；您可以随时重新申请。",
    }


def _missing(case: Case, rows: Iterable[CaseMaterial]) -> list[dict[str, Any]]:
    facts = {material.key: material for material in case.version.facts.materials}
    return [
        {"name": row.name, "requirement": facts[row.key].standard, "basis": facts[row.key].basis}
        if row.key in facts
        else {"name": row.name}
        for row in rows
    ]


def _signed(signature: StoredFile | None, now: datetime) -> dict[str, Any]:
    picture = signature_of(signature)
    return {**picture, "signed_how": "窗口签字屏手写签名" if picture else ON_PAPER, "signed_at": local_iso(now)}
