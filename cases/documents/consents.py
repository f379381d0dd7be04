"""监护人同意书 (domain.md §3.11 no. 36; 个人信息保护法 Art. 29, 31): who agreed for a child under 14, and to what."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from accounts.actors import Actor
from cases.documents.applications import signed_how
from cases.documents.common import case_facts, local_iso
from cases.models import Application, Case

EFFECT = "未满十四周岁未成年人的个人信息都是敏感个人信息，泄露可能影响孩子的安宁；系统加密保存"


def guardian_consent_context(
    application: Application, cases: list[Case], *, actor: Actor, now: datetime
) -> dict[str, Any]:
    """One for the whole application: each item is a matter of its own, with what its guide says of the data."""
    child, head = application.applicant, case_facts(cases[0], now=now)
    return {
        **head,
        "item_name": "、".join(case.version.name for case in cases),
        "case_no": "、".join(case.number or "" for case in cases),
        "child_name": child.name,
        "child_born_on": child.birth_on.isoformat() if child.birth_on else "",
        "guardian_name": application.guardian_name,
        "relation": application.guardian_relation,
        "matters": [
            {
                "text": f"为办理“{case.version.name}”处理孩子的个人信息",
                "necessity": case.version.facts.privacy_purpose or "核实是否符合办理条件",
                "effect": EFFECT,
                "agreed": True,
            }
            for case in cases
        ],
        "contact": head["phone"],
        "signed_how": signed_how(application, actor),
        "signed_at": local_iso(now),
    }
