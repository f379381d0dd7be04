"""Fees beside the decision: asked for in writing, paid or waived (行政许可法 Art. 58, 59; R12)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.models import Role
from cases.enums import Status as S
from cases.rules import fees, state, who
from cases.rules.verbs.base import DECIDERS, Verb

UNDER_WAY = state.in_state(S.ACCEPTED, S.REVIEWING, S.SUSPENDED)

VERBS = (
    Verb(
        "ask_payment",
        _("Ask for payment"),
        (
            UNDER_WAY,
            who.STAFF_OF_UNIT,
            who.NOT_OWN_CASE,
            fees.HAS_FEE,
            fees.NONE_OPEN,
            fees.AMOUNTS,
            fees.DUE_NAMED,
        ),
        may=(Role.REVIEWER, *DECIDERS),
        papers=("payment_notice",),
    ),
    Verb(
        "record_payment",
        _("Record the payment"),
        (
            UNDER_WAY,
            who.INTAKE_STAFF,
            who.NOT_OWN_CASE,
            fees.ONE_OPEN,
            state.text_given("reference", _("Enter the number of the receipt or of the online payment.")),
        ),
        may=(Role.WINDOW_CLERK,),
    ),
    Verb(
        "waive_payment",
        _("Waive the payment"),
        (
            UNDER_WAY,
            who.APPROVER_OF_UNIT,
            who.NOT_OWN_CASE,
            fees.ONE_OPEN,
            fees.REDUCIBLE,
            state.text_given("reason", _("Say why it is waived.")),
        ),
        may=DECIDERS,
    ),
)
