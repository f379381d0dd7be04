"""The forms of fees: what is asked for, how it was paid, why it is waived."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.desk.forms import ActForm, line, text_area
from cases.models import PaymentWay
from cases.rules.fees import lawful_fees


class AskPaymentForm(ActForm):
    """One amount for each fee that the guide names; those left empty are not asked for.

    The day starts with the county's usual term; the law names none.
    """

    DAYS_TO_PAY = 15

    due_on = forms.DateField(
        label=_("To be paid by"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["due_on"].initial = timezone.localdate() + timedelta(days=self.DAYS_TO_PAY)
        self.fee_names = {f"fee_{number}": fee for number, fee in enumerate(lawful_fees(self.case))}
        for name, fee in self.fee_names.items():
            self.fields[name] = forms.DecimalField(
                label=_("%(fee)s, yuan") % {"fee": fee.name},
                help_text=f"{fee.standard}（{fee.basis}）",
                required=False,
                min_value=0,
                max_digits=9,
                decimal_places=2,
            )

    def clean(self) -> dict[str, Any]:
        """The verb takes the amounts as one value."""
        data = super().clean() or {}
        amounts = {fee.name: data[name] for name, fee in self.fee_names.items() if data.get(name)}
        return {"amounts": amounts, "due_on": data.get("due_on")}


class RecordPaymentForm(ActForm):
    way = forms.ChoiceField(label=_("How it was paid"), choices=PaymentWay.choices)
    reference = line(_("Number of the receipt"), length=60)


class WaiveForm(ActForm):
    reason = text_area(_("Why it is waived"), rows=2)
