"""Fees (行政许可法 Art. 58, 59; R12): none without a law or administrative regulation; the application form is free."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from cases.dues import last_day
from cases.models import Case, Payment
from cases.rules.context import CaseContext
from cases.rules.terminating import TerminationGround
from catalog.content import Fee
from core.prepared import rows_of
from flow.conditions import Condition

LARGEST = Decimal("10000000")
CENT = Decimal("0.01")


def lawful_fees(case: Case) -> tuple[Fee, ...]:
    """What the published item may ask for: fees that name their basis."""
    return tuple(fee for fee in case.version.facts.fees if fee.basis.strip())


def open_payment(case: Case) -> Payment | None:
    """What has been asked for and is not settled; no query for an item that is free."""
    if not case.version.facts.fees:
        return None
    return next((row for row in rows_of(case, "payments") if row.settled_at is None), None)


def _has_fee(context: CaseContext) -> str | None:
    if lawful_fees(context.case):
        return None
    return _("This item is free: no law or administrative regulation allows a fee for it.")


def _none_open(context: CaseContext) -> str | None:
    row = open_payment(context.case)
    if row is None:
        return None
    return _("A payment has been asked for already; it is due on %(day)s.") % {
        "day": last_day(context.case, row.due_on)
    }


def _one_open(context: CaseContext) -> str | None:
    return None if open_payment(context.case) else _("No payment is outstanding.")


def _amounts(context: CaseContext) -> str | None:
    given: dict[str, Any] = context.given.get("amounts") or {}
    known = {fee.name for fee in lawful_fees(context.case)}
    if strange := [name for name in given if name not in known]:
        return _("The item does not name this fee: %(fees)s.") % {"fees": "、".join(strange)}
    if given and all(_is_amount(amount) for amount in given.values()):
        return None
    return _("Enter what is to be paid, in yuan and fen, for at least one of the fees.")


def _is_amount(amount: object) -> bool:
    return isinstance(amount, Decimal) and 0 < amount <= LARGEST and amount == amount.quantize(CENT)


def _due(context: CaseContext) -> str | None:
    due_on = context.given.get("due_on")
    if due_on is not None and due_on > context.today:
        return None
    return _("Name the day by which it is to be paid; it must lie ahead.")


def _reducible(context: CaseContext) -> str | None:
    row = open_payment(context.case)
    asked = {fee["name"] for fee in row.fees} if row else set()
    if all(fee.reducible for fee in lawful_fees(context.case) if fee.name in asked):
        return None
    return _("The rules of this fee know no waiver.")


def _settled(context: CaseContext) -> str | None:
    row = open_payment(context.case)
    if row is None:
        return None
    return _("¥%(total)s are still to be paid, or to be waived.") % {"total": row.total}


def _unpaid_in_time(context: CaseContext) -> str | None:
    """That ground exists only once the day of the notice has passed."""
    if context.given.get("ground") != TerminationGround.FEE_UNPAID:
        return None
    row = open_payment(context.case)
    if row is not None and context.today > row.due_on:
        return None
    return _("No payment is overdue.")


HAS_FEE = Condition("has_fee", "行政许可法 第58条", _has_fee)
NONE_OPEN = Condition("no_open_payment", "", _none_open)
ONE_OPEN = Condition("open_payment", "", _one_open)
AMOUNTS = Condition("amounts", "行政许可法 第59条", _amounts, asked=True)
DUE_NAMED = Condition("due_on", "", _due, asked=True)
REDUCIBLE = Condition("reducible", "行政许可法 第59条", _reducible)
SETTLED = Condition("fees_settled", "domain.md §3.3 T14", _settled)
UNPAID_IN_TIME = Condition("unpaid_in_time", "domain.md §3.7", _unpaid_in_time, asked=True)
