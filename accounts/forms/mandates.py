from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.domain.mandates import RELATION_LENGTH, latest_end
from accounts.forms.people import LONGEST_TYPED, RefusableForm
from accounts.item_names import item_choices
from accounts.models import MandateAct
from accounts.models.mandates import Mandate
from accounts.models.users import User
from accounts.queries import agent_named

TERMS = [("30", _("30 days")), ("90", _("90 days")), ("180", _("180 days")), ("year", _("One year"))]


class MandateForm(RefusableForm):
    """A mandate to somebody who is registered here: named by name and telephone, both exactly."""

    name = forms.CharField(
        label=_("Name of the agent"),
        max_length=LONGEST_TYPED,
        error_messages={"required": _("Enter the name of the agent.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    phone = forms.CharField(
        label=_("Mobile phone of the agent"),
        max_length=LONGEST_TYPED,
        help_text=_("The number with which the agent is registered here."),
        error_messages={"required": _("Enter the telephone of the agent.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "tel", "class": "govuk-input--width-20"}),
    )
    relation = forms.CharField(
        label=_("What is the agent to you?"),
        max_length=RELATION_LENGTH,
        help_text=_("For example daughter, neighbour."),
        error_messages={"required": _("Say what the agent is to you.")},
        widget=forms.TextInput(attrs={"class": "govuk-input--width-20"}),
    )
    item_keys = forms.MultipleChoiceField(
        label=_("In which items"),
        choices=item_choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one item.")},
    )
    acts = forms.MultipleChoiceField(
        label=_("What the agent may do"),
        choices=MandateAct.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one power.")},
    )
    term = forms.ChoiceField(label=_("For how long"), choices=TERMS, widget=forms.RadioSelect, initial="30")
    declared = forms.BooleanField(
        label=_("I give this mandate of my own will and know that I can revoke it at any time."),
        error_messages={"required": _("Please confirm that you give the mandate of your own will.")},
    )
    agent: User | None = None

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if data.get("name") and data.get("phone"):
            self.agent = agent_named(name=data["name"], phone=data["phone"])
            if self.agent is None:
                text = _("Nobody with this name and telephone is registered here. Check both, or ask a window to help.")
                self.add_error("name", text)
        return data

    def last_day(self, first: date) -> date:
        term = self.cleaned_data["term"]
        return latest_end(first) if term == "year" else first + timedelta(days=int(term) - 1)


class RevokeForm(RefusableForm):
    reason = forms.CharField(
        label=_("Reason"), required=False, max_length=Mandate._meta.get_field("revoke_reason").max_length
    )
