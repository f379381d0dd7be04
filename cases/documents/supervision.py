"""The data of an order of the supervisor (domain.md §3.11 no. 28)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from cases.documents.common import iso
from cases.models import Supervision

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
