from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.online.forms.answers import RefusableForm

LONGEST = 2000


class ObjectionForm(RefusableForm):
    """What is objected to; who says so is his own affair."""

    text = forms.CharField(
        label=_("What do you object to, and why?"),
        help_text=_("Say what you know and from where. Please name nobody's illness, bank or identity number."),
        max_length=LONGEST,
        error_messages={"required": _("Write down what you object to.")},
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    by_name = forms.CharField(
        label=_("Your name (may stay empty)"),
        help_text=_("Only the office that looks into it sees it."),
        max_length=50,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name", "class": "govuk-input--width-20"}),
    )
    contact = forms.CharField(
        label=_("Telephone (may stay empty)"),
        help_text=_("If you want an answer, the office needs it."),
        max_length=50,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel", "class": "govuk-input--width-20"}),
    )
