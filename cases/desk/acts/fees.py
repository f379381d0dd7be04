from __future__ import annotations

from functools import partial

from django.utils.translation import gettext_lazy as _

from cases.desk.acts.base import Act
from cases.desk.forms_fees import AskPaymentForm, RecordPaymentForm, WaiveForm
from cases.domain.fees import ask_payment, record_payment, waive_payment
from cases.models import Case

GROUP = "fees"


def _has_fees(case: Case) -> bool:
    return bool(case.version.facts.fees)


_act = partial(Act, group=GROUP, applies=_has_fees)
ACTS = (
    _act(
        "ask_payment",
        ask_payment,
        _("%(number)s: the payment notice is being made."),
        AskPaymentForm,
    ),
    _act(
        "record_payment",
        record_payment,
        _("%(number)s: the payment was recorded."),
        RecordPaymentForm,
    ),
    _act(
        "waive_payment",
        waive_payment,
        _("%(number)s: the payment was waived."),
        WaiveForm,
    ),
)
