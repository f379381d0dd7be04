from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.online.forms.declare import DeclareForm
from cases.visits.forms.once import OnceForm
from cases.visits.forms.proof import ProofForm
from core.offering import offer_choices


class ItemsForm(OnceForm):
    """Which of the items of the mandate this application is for."""

    items = forms.MultipleChoiceField(
        label=gettext_lazy("For which items do you apply now?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose at least one item.")},
    )

    def __init__(self, *args: Any, offered: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_choices(self, "items", offered)


class ReadBackForm(DeclareForm, OnceForm):
    """The declaration at the door: read out, understood, declared true by the applicant."""

    read_back = forms.BooleanField(
        label=gettext_lazy("I have read everything out to the applicant, and she says that it is right."),
        error_messages={"required": gettext_lazy("Read everything out first, then tick this.")},
    )
    field_order = ["read_back", "declared"]

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["declared"].label = _("The applicant declares that everything is true and that she answers for it.")


class HandOverForm(ProofForm):
    """Who took the result, and her signature."""

    field_order = ["receiver", "signature", "photo"]
    receiver = forms.CharField(
        label=gettext_lazy("Who receives it?"),
        max_length=50,
        error_messages={"required": gettext_lazy("Name the person who receives it.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["photo"].label = _("Or: photograph of the signed receipt")
        self.fields["photo"].help_text = _("Have a slip signed that says what was received, and photograph all of it.")
