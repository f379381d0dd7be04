"""The data of an order of the supervisor (domain.md §3.11 no. 28)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from cases.documents.common import iso
from cases.models import Supervision, SupervisionReturn
from core.text import plain_day

REQUIREMENTS = [
    "在答复期限内说明原因、责任和采取的措施。",
    "尚未办结的，抓紧办理；影响申请人的，向申请人说明情况。",
]


def supervision_context(order: Supervision, *, now: datetime) -> dict[str, Any]:
    case = order.case
    return {
        "issuer": case.item.department.name if order.unit_id != case.item.department_id else order.unit.name,
        "issued_on": iso(now),
        "to": order.unit.name,
        "matter": order.matter,
        "rule": str(order.get_rule_display()),
        "due_on": order.due_on.isoformat(),
        "item_name": case.version.name,
        "case_no": case.number or "",
        "applicant_name": case.applicant.name,
        "light": str(case.get_light_display()) if case.light else "",
        "accepted_on": iso(case.accepted_at),
        "statutory_due_on": case.statutory_due_on.isoformat() if case.statutory_due_on else "",
        "promised_due_on": case.promised_due_on.isoformat() if case.promised_due_on else "",
        "requirements": REQUIREMENTS,
    }


def returned_context(order: Supervision, row: SupervisionReturn, *, now: datetime) -> dict[str, Any]:
    """退回重新答复: the same paper with the reason and the new term."""
    answered = plain_day(timezone.localdate(row.answered_at))
    return {
        **supervision_context(order, now=now),
        "title": "督办单（退回重新答复）",
        "matter": f"关于“{order.matter.rstrip('。')}”，你单位{answered}的答复没有说明问题，退回重新答复。",
        "requirements": [f"针对下列问题重新答复：{row.reason}", *REQUIREMENTS],
    }
