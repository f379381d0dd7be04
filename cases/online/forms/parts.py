from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.online.forms.answers import RefusableForm
from catalog.packages import Package
from core.offering import offer_choices


class PartsForm(RefusableForm):
    """Which parts of a package are wanted beside those that always belong to it."""

    parts = forms.MultipleChoiceField(
        label=gettext_lazy("What do you want to have done?"),
        help_text=gettext_lazy("Tick everything that fits you. You can change it until you submit."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={"invalid_choice": gettext_lazy("Choose among the items shown.")},
    )

    def __init__(self, data: Any = None, *, package: Package, picked: Collection[str]) -> None:
        super().__init__(data, initial={"parts": list(picked)})
        self.package = package
        parts = package.optional
        offer_choices(
            self,
            "parts",
            [(part.key, f"{part.facts.name}：{part.when}" if part.when else part.facts.name) for part in parts],
        )

    def clean_parts(self) -> list[str]:
        keys: list[str] = self.cleaned_data["parts"]
        if not self.package.picked(keys):
            raise forms.ValidationError(_("Tick at least one of the items."))
        return keys
