"""The data of decisions and of their delivery (domain.md §3.11 nos. 17–19, 24)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from accounts.actors import Actor
from cases.documents.common import case_facts, local_iso, remedies
from cases.enums import DeliveryMode
from cases.models import Case, OfficialDocument

DELIVERED = ("certificate", "grant_decision", "denial_decision", "completion_notice")
HOW_TO_COLLECT = (
    "登录本网站，在“我的办件”里下载；也可以带有效身份证件到受理窗口领取；不方便出门的，可以请代办员送到家里。"
)


def grant_context(case: Case, *, text: str, now: datetime) -> dict[str, Any]:
    result = case.version.facts.result
    return {
        **case_facts(case, now=now),
        "remedies": remedies(case),
        "matter": text or f"准予{case.version.name}。",
        "basis": basis_text(case),
        "certificate_name": result.name,
    }


def completion_context(case: Case, *, now: datetime) -> dict[str, Any]:
    result = case.version.facts.result
    return {
        **case_facts(case, now=now),
        "result": f"准予办理，结果为《{result.name}》。",
        "how_to_collect": HOW_TO_COLLECT,
        "collect_by": case.delivery_due_on.isoformat() if case.delivery_due_on else "",
    }


def denial_context(case: Case, *, facts: str, reasons: str, basis: str, now: datetime) -> dict[str, Any]:
    return {
        **case_facts(case, now=now),
        "remedies": remedies(case),
        "facts": facts,
        "reasons": [line for line in reasons.splitlines() if line.strip()],
        "basis": basis,
    }


def delivery_context(
    case: Case,
    *,
    documents: Iterable[OfficialDocument],
    mode: DeliveryMode,
    receiver: str,
    actor: Actor,
    now: datetime,
) -> dict[str, Any]:
    """`documents`: what is handed over, see `DELIVERED`."""
    return {
        **case_facts(case, now=now),
        "documents": [{"name": d.title, "number": d.number, "copies": 1} for d in documents],
        "manner": str(DeliveryMode(mode).label),
        "place": case.applicant.address if mode == DeliveryMode.DOOR else "",
        "receiver_name": receiver,
        "receiver_relation": "本人" if receiver == case.applicant.name else "",
        "served_at": local_iso(now),
        "servers": [f"{actor.name}（{actor.post.unit_name}）"] if actor.post else [],
    }


def basis_text(case: Case) -> str:
    return "、".join(f"《{basis.law.strip('《》')}》{basis.article}" for basis in case.version.facts.basis)


def facts_text(case: Case) -> str:
    """What was found, from the reviewer's last opinion."""
    opinion = case.opinions.order_by("-id").first()
    return opinion.text if opinion else ""
