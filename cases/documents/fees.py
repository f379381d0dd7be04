"""The data of the payment notice (domain.md §3.11 no. 29)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from cases.documents.common import case_facts
from cases.models import Case, Payment
from cases.rules.fees import lawful_fees


def payment_context(case: Case, payment: Payment, *, now: datetime) -> dict[str, Any]:
    asked = {row["name"] for row in payment.fees}
    reductions = [f"{fee.name}：{fee.reduction}" for fee in lawful_fees(case) if fee.name in asked and fee.reduction]
    return {
        **case_facts(case, now=now),
        "fees": payment.fees,
        "total": f"{payment.total:.2f}",
        "due_on": payment.due_on.isoformat(),
        "payment_code": case.number or "",
        "how_to_pay": "可以到受理窗口缴款，也可以凭办件编号在财政非税缴款平台网上缴款。",
        "consequence": "逾期不缴的，本机关可以终止办理。",
        "reductions": "；".join(reductions),
    }
