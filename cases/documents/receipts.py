"""收件凭证: one for the whole application (domain.md §3.11 no. 2)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from accounts.actors import Actor
from cases.documents.common import case_facts, local_iso, papers_of
from cases.dues import due_of, due_text
from cases.models import Application, Case


def receipt_context(application: Application, cases: list[Case], *, actor: Actor, now: datetime) -> dict[str, Any]:
    """All items and numbers of the application on one receipt, with what was handed in and what comes next."""
    point = application.point
    dues = (due_of(case, case.intake_due_on) for case in cases)
    answer_by = min((due for due in dues if due is not None), key=lambda due: due.on)
    context = {
        **case_facts(cases[0], now=now),
        "issuer": point.unit.name if point else cases[0].unit.name,
        "item_name": "、".join(case.version.name for case in cases),
        "case_no": "、".join(case.number or "" for case in cases),
        "received_at": local_iso(now),
        "materials": papers_of(application) or [{"name": "（本次未提交材料）", "originals": 0, "copies": 0}],
        "channel": str(application.get_channel_display()),
        "point": point.name if point else "",
        "clerk": actor.name if actor.is_staff else "",
        "how_to_query": "凭办件编号和身份证号码后四位，在本网站“查进度”页面查询，也可以拨打咨询电话。",
        "next_step": f"工作人员将在{due_text(answer_by)}前告诉您是否受理；材料不齐的，会一次说清要补什么。",
    }
    if point is not None:
        context["address"], context["phone"] = point.address, point.phone
    return context
