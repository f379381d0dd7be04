from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.domain.mandates import RELATION_LENGTH, latest_end
from accounts.forms.mandates import TERMS
from accounts.item_names import item_choices
from accounts.models import MandateAct
from cases.domain.door import Scope
from cases.visits.forms.once import OnceForm
from cases.visits.forms.proof import ProofForm

USUAL_TERM = "90"


class ScopeForm(OnceForm):
    """What the mandate is about. Shown first, then carried along hidden while the principal signs."""

    item_keys = forms.MultipleChoiceField(
        label=gettext_lazy("In which items"),
        choices=item_choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose at least one item.")},
    )
    acts = forms.MultipleChoiceField(
        label=gettext_lazy("What you may do for her"),
        choices=MandateAct.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose at least one power.")},
    )
    term = forms.ChoiceField(label=gettext_lazy("For how long"), choices=TERMS, widget=forms.RadioSelect)
    relation = forms.CharField(
        label=gettext_lazy("What are you to her?"),
        max_length=RELATION_LENGTH,
        error_messages={"required": gettext_lazy("Say what you are to the principal.")},
        widget=forms.TextInput(attrs={"class": "govuk-input--width-20"}),
    )

    @staticmethod
    def usual(item_key: str) -> dict[str, Any]:
        """What is asked for most often: this item, every power, 90 days."""
        return {
            "item_keys": [item_key] if item_key else [],
            "acts": list(MandateAct.values),
            "term": USUAL_TERM,
            "relation": _("Helper of the village station"),
        }

    @property
    def scope(self) -> Scope:
        first = timezone.localdate()
        return Scope(
            item_keys=tuple(self.cleaned_data["item_keys"]),
            acts=tuple(self.cleaned_data["acts"]),
            relation=self.cleaned_data["relation"],
            valid_from=first,
            valid_to=_last_day(self.cleaned_data["term"], first),
        )


class SignForm(ScopeForm, ProofForm):
    """The scope, hidden and unchanged, and the proof that she gave it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("item_keys", "acts"):
            self.fields[name].widget = forms.MultipleHiddenInput()
        for name in ("term", "relation"):
            self.fields[name].widget = forms.HiddenInput()


def _last_day(term: str, first: date) -> date:
    return latest_end(first) if term == "year" else first + timedelta(days=int(term) - 1)
