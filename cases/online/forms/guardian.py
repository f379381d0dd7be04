from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cases.domain.drafts import Guardian

NAMES = ("guardian_name", "guardian_relation", "guardian_agrees")


def relations() -> list[tuple[str, str]]:
    """What a guardian may be to a child (民法典 Art. 27); kept as the words that stand on the paper."""
    return [
        (word, word)
        for word in (
            pgettext("guardian", "Father"),
            pgettext("guardian", "Mother"),
            pgettext("guardian", "Grandparent"),
            pgettext("guardian", "Brother or sister"),
            pgettext("guardian", "Another guardian"),
        )
    ]


class GuardianMixin(forms.Form):
    """Three more questions when the applicant is a child under 14 (个人信息保护法 Art. 31); `ask_guardian` adds them."""

    asks_guardian = False

    def ask_guardian(self) -> None:
        self.asks_guardian = True
        self.fields["guardian_name"] = forms.CharField(
            label=_("Name of the guardian"),
            max_length=50,
            error_messages={"required": _("Enter the name of the guardian.")},
            widget=forms.TextInput(attrs={"autocomplete": "off", "class": "govuk-input--width-20"}),
        )
        self.fields["guardian_relation"] = forms.ChoiceField(
            label=_("What is the guardian to the child?"),
            choices=relations,
            widget=forms.RadioSelect,
            error_messages={"required": _("Choose what the guardian is to the child.")},
        )
        self.fields["guardian_agrees"] = forms.BooleanField(
            label=_("I am the guardian. I have been told how the child's data are used for this, and I agree."),
            error_messages={"required": _("Without the guardian's consent the child's data may not be used.")},
        )

    @property
    def guardian(self) -> Guardian | None:
        if not self.asks_guardian:
            return None
        return Guardian(self.cleaned_data["guardian_name"], self.cleaned_data["guardian_relation"])

    @property
    def guardian_fields(self) -> list[Any]:
        return [self[name] for name in NAMES] if self.asks_guardian else []
