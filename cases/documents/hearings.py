"""The data of the papers for interested parties and hearings (domain.md §3.11 nos. 11, 12; 行政许可法 Art. 36, 46-48)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from cases.documents.common import case_facts, local_iso
from cases.documents.later import opened_because
from cases.enums import CaseKind
from cases.models import Case, Hearing, InterestedParty
from core.text import plain_day

PARTIES = "《中华人民共和国行政许可法》第三十六条"
RIGHT = "《中华人民共和国行政许可法》第四十七条"
HOLDER = "《中华人民共和国行政许可法》第七条"
RULES = "《中华人民共和国行政许可法》第四十八条"
HOW_TO_APPLY = "在期限内向本机关递交书面申请，或者登录本网站在“我的办件”里提出。听证不收费。"
NOTES = (
    "听证公开进行，依法应当保密的除外。",
    "认为主持人与本事项有直接利害关系的，有权申请回避。",
    "听证费用由本机关承担。",
)


TAKEN: dict[str, str] = {CaseKind.REVOKE: "撤销", CaseKind.WITHDRAW: "撤回", CaseKind.SUSPEND: "暂停使用"}


def contact_of(case: Case) -> str:
    phone = case.version.facts.consult_phone
    return f"{case.unit.name}，电话{phone}" if phone else case.unit.name


def matter_of(case: Case) -> str:
    return f"{case.applicant.name}申请的“{case.version.name}”（办件编号{case.number}）"


def party_context(case: Case, party: InterestedParty, *, now: datetime) -> dict[str, Any]:
    return {
        **case_facts(case, now=now),
        "party_name": party.name,
        "matter": matter_of(case),
        "interest": party.interest,
        "due_on": party.answer_by_on.isoformat() if party.answer_by_on else "",
        "basis": PARTIES,
        "hearing_right": case.version.facts.hearing_right,
        "how_to_state": "在期限内当面、书面或者打电话向本机关陈述意见和申辩。",
        "contact": contact_of(case),
    }


def holder_interest(case: Case) -> str:
    """What a case that the authority opened would take from the holder, in the words of the register of parties."""
    certificate = case.subject
    named = f"{certificate.name}（编号{certificate.number}）" if certificate else f"“{case.version.name}”的决定"
    return f"您持有的{named}可能被{TAKEN[case.kind]}。"


def holder_context(case: Case, party: InterestedParty, *, now: datetime) -> dict[str, Any]:
    """As `party_context`, for who holds the certificate: nothing was applied for, the authority began (Art. 7)."""
    return {
        **party_context(case, party, now=now),
        "matter": f"本机关依职权立案审查一项已经作出的决定（办件编号{case.number}）。{opened_because(case)}",
        "own_motion": True,
        "basis": HOLDER,
    }


def right_context(case: Case, hearing: Hearing, *, to: str, facts: str, now: datetime) -> dict[str, Any]:
    return {
        **case_facts(case, now=now),
        "matter": matter_of(case),
        "due_on": hearing.request_by_on.isoformat() if hearing.request_by_on else "",
        "to": to,
        "facts": facts,
        "basis": RIGHT,
        "how_to_apply": HOW_TO_APPLY,
        "contact": contact_of(case),
    }


def _setting(case: Case, hearing: Hearing, *, now: datetime) -> dict[str, Any]:
    return {
        **case_facts(case, now=now),
        "matter": matter_of(case),
        "held_at": local_iso(hearing.held_at) if hearing.held_at else "",
        "place": hearing.place,
        "presider": hearing.presider.display_name if hearing.presider else "",
        "basis": RULES,
    }


def notice_context(case: Case, hearing: Hearing, *, to: str, now: datetime) -> dict[str, Any]:
    return {
        **_setting(case, hearing, now=now),
        "to": to,
        "presider_post": case.unit.name,
        "public": hearing.is_public,
        "notes": list(NOTES if hearing.is_public else NOTES[1:]),
        "contact": contact_of(case),
    }


def announcement_context(case: Case, hearing: Hearing, *, now: datetime) -> dict[str, Any]:
    """Open to everybody, so nobody is named in it but who presides."""
    context = _setting(case, hearing, now=now)
    for private in ("applicant_name", "agent_name", "agent_basis"):
        context.pop(private, None)
    return {
        **context,
        "matter": f"“{case.version.name}”申请（办件编号{case.number}）",
        "how_to_attend": "愿意旁听的，请在听证前带身份证件到听证地点登记。",
        "notes": ["听证不收费。"],
        "contact": contact_of(case),
    }


def record_context(case: Case, hearing: Hearing, *, recorder: str, now: datetime) -> dict[str, Any]:
    return {
        **_setting(case, hearing, now=now),
        "recorder": recorder,
        "attendees": hearing.present,
        "statements": statements_of(hearing.record),
        "ended_at": local_iso(now),
        "public": hearing.is_public,
        "signatures": [{"role": "听证参加人", "note": hearing.signed_note}],
    }


def statements_of(record: str) -> list[dict[str, str]]:
    """One line a statement; “张三：…” names who speaks."""
    found = []
    for line in filter(None, map(str.strip, record.splitlines())):
        speaker, sign, text = line.partition("：")
        known = bool(sign) and len(speaker) <= 20 and bool(text.strip())
        found.append({"speaker": speaker, "text": text.strip()} if known else {"text": line})
    return found


def considered(case: Case) -> str:
    """What a decision says of the hearing it rests on (Art. 48); '' when there was none."""
    rows = list(case.hearings.all())
    held = rows[-1] if rows and rows[-1].closed_at and rows[-1].held_at else None
    if held is None or held.held_at is None:
        return ""
    return f"本机关于{plain_day(held.held_at.date())}举行了听证，听证笔录已作为作出本决定的依据。"
