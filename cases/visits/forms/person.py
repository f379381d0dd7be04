from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from cases.visits.forms.once import OnceForm
from core.offering import offer_rows
from places.models import Region

LONGEST_TYPED = 200
_CARD_SEEN: dict[str, Any] = {
    "label": _("I have the identity card before me; picture and person fit."),
    "error_messages": {"required": _("Tick that you have seen the identity card.")},
}


class FindForm(forms.Form):
    query = forms.CharField(
        label=_("Identity number or telephone"),
        help_text=_("The whole number, as on the card."),
        max_length=LONGEST_TYPED,
        error_messages={"required": _("Enter the identity number or the telephone.")},
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "spellcheck": "false", "class": "govuk-input--width-20"},
        ),
    )


class TakeForm(OnceForm):
    """This is the person, and the card was seen."""

    resident = forms.IntegerField(widget=forms.HiddenInput)
    card_seen = forms.BooleanField(**_CARD_SEEN)


class RegisterForm(OnceForm):
    """A person the county does not know yet; the rules are those of `register_resident`."""

    field_order = ["name", "id_number", "phone", "region", "address", "id_number_override", "card_seen"]
    name = forms.CharField(
        label=_("Name as on the identity card"),
        max_length=LONGEST_TYPED,
        error_messages={"required": _("Enter the name of the person.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    id_number = forms.CharField(
        label=_("Identity number"),
        max_length=LONGEST_TYPED,
        error_messages={"required": _("Enter the identity number.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "class": "govuk-input--width-20"}),
    )
    phone = forms.CharField(
        label=_("Telephone"),
        max_length=LONGEST_TYPED,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off", "class": "govuk-input--width-20"}),
    )
    region = forms.ModelChoiceField(
        label=_("Village or community"),
        queryset=Region.objects.none(),
        to_field_name="code",
        empty_label=None,
        error_messages={"required": _("Choose the village or community.")},
    )
    address = forms.CharField(label=_("Address"), max_length=LONGEST_TYPED, required=False)
    id_number_override = forms.CharField(
        label=_("Why an odd number is accepted"),
        help_text=_("Only when the number on the card itself does not pass the check."),
        max_length=LONGEST_TYPED,
        required=False,
    )
    card_seen = forms.BooleanField(**_CARD_SEEN)

    def __init__(self, *args: Any, villages: QuerySet[Region], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_rows(self, "region", villages, label=lambda village: village.name)

    @property
    def given(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name not in ("token", "card_seen")}
