from __future__ import annotations

import re
import unicodedata

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.online.forms.answers import RefusableForm

LONGEST_TYPED = 60


class TrackForm(RefusableForm):
    """Case number, last four of the identity number and the name: all three must fit."""

    number = forms.CharField(
        label=_("Case number"),
        help_text=_("It stands on your receipt, for example 2026-0000001."),
        max_length=LONGEST_TYPED,
        error_messages={"required": _("Enter the case number.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "govuk-input--width-20"}),
    )
    last_four = forms.CharField(
        label=_("Last four characters of the applicant's identity number"),
        max_length=LONGEST_TYPED,
        error_messages={"required": _("Enter the last four characters of the identity number.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "govuk-input--width-10"}),
    )
    name = forms.CharField(
        label=_("Name of the applicant"),
        max_length=LONGEST_TYPED,
        error_messages={"required": _("Enter the name of the applicant.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "govuk-input--width-20"}),
    )

    def clean_number(self) -> str:
        typed = unicodedata.normalize("NFKC", self.cleaned_data["number"])
        return re.sub(r"[‐－—–]", "-", re.sub(r"\s", "", typed))

    def clean_last_four(self) -> str:
        typed = unicodedata.normalize("NFKC", self.cleaned_data["last_four"]).strip().upper()
        if not re.fullmatch(r"[0-9]{3}[0-9X]", typed):
            raise forms.ValidationError(_("Enter exactly four characters: digits, X at most at the end."))
        return typed
