"""A fee is asked for in writing with amount and basis, and settled by a payment or a waiver (R12). No clock stops."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.actors import Actor
from cases.documents.fees import payment_context
from cases.domain.change import Change, changing
from cases.domain.documents import issue_for
from cases.domain.tell import tell_applicant
from cases.models import Case, Payment, PaymentWay
from cases.rules.fees import lawful_fees, open_payment


def ask_payment(
    *, case: Case, amounts: dict[str, Decimal], due_on: date | None, actor: Actor, now: datetime
) -> Payment:
    """`amounts` by the name of the fee, in yuan. The applicant gets a notice (缴款通知书) and is told."""
    with changing(case=case, verb="ask_payment", actor=actor, now=now, amounts=amounts, due_on=due_on) as change:
        now = change.now
        locked = change.case
        rows = [
            {"name": fee.name, "standard": fee.standard, "amount": f"{amounts[fee.name]:.2f}", "basis": fee.basis}
            for fee in lawful_fees(locked)
            if fee.name in amounts
        ]
        total = sum(amounts.values(), Decimal())
        payment = Payment.objects.create(
            case=locked,
            fees=rows,
            total=total,
            due_on=due_on or timezone.localdate(now),
            asked_at=now,
            asked_by_id=actor.user_id,
        )
        data = {"total": f"{total:.2f}", "due_on": payment.due_on.isoformat()}
        change.record("case.ask_payment", data=data)
        payment.notice = issue_for(change, "payment_notice", payment_context(locked, payment, now=now))
        payment.save(update_fields=["notice"])
        tell_applicant(
            case=locked,
            actor=actor,
            title=_("Please pay a fee"),
            body=_("For “%(item)s” (%(number)s) a fee is due; the notice names amount, basis and last day."),
            now=now,
        )
    return payment


def record_payment(*, case: Case, way: str, reference: str, actor: Actor, now: datetime) -> Payment:
    """Paid at the window, or online at the treasury: the number of the receipt is the proof."""
    with changing(case=case, verb="record_payment", actor=actor, now=now, reference=reference) as change:
        payment = _settle(change, way=PaymentWay(way), reference=reference.strip())
        data = {"way": payment.way, "reference": payment.reference, "total": f"{payment.total:.2f}"}
        change.record("case.record_payment", data=data)
    return payment


def waive_payment(*, case: Case, reason: str, actor: Actor, now: datetime) -> Payment:
    """Where the rules of the fee know a reduction (Art. 59)."""
    with changing(case=case, verb="waive_payment", actor=actor, now=now, reason=reason) as change:
        payment = _settle(change, waived_for=reason.strip()[:300])
        change.record("case.waive_payment", opinion=reason, data={"total": f"{payment.total:.2f}"})
    return payment


def _settle(change: Change, **how: str) -> Payment:
    payment = open_payment(change.case)
    if payment is None:
        raise ValueError("The condition has shown that a payment is outstanding")
    for name, value in how.items():
        setattr(payment, name, value)
    payment.settled_at, payment.settled_by_id = change.now, change.actor.user_id
    payment.save(update_fields=[*how, "settled_at", "settled_by"])
    return payment
