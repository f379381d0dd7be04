from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Mandate
from cases.online.forms.answers import RefusableForm
from core.text import format_day

MYSELF = "self"


class WhomForm(RefusableForm):
    """For myself, or for one of the people who gave me a mandate that covers the item."""

    whom = forms.ChoiceField(
        label=gettext_lazy("For whom do you apply?"),
        widget=forms.RadioSelect,
        initial=MYSELF,
        error_messages={
            "required": gettext_lazy("Choose for whom you apply."),
            "invalid_choice": gettext_lazy("Choose for whom you apply."),
        },
    )

    def __init__(self, data: Any = None, *, mandates: Sequence[Mandate]) -> None:
        super().__init__(data)
        self.mandates = {str(mandate.public_id): mandate for mandate in mandates}
        whom = self.fields["whom"]
        assert isinstance(whom, forms.ChoiceField)  # noqa: S101 - declared above
        whom.choices = [(MYSELF, _("For myself")), *((key, self._label(m)) for key, m in self.mandates.items())]

    @staticmethod
    def _label(mandate: Mandate) -> str:
        words = {"name": mandate.principal.name, "day": format_day(mandate.valid_to)}
        return _("For %(name)s, who gave me a mandate until %(day)s") % words

    @property
    def mandate(self) -> Mandate | None:
        return self.mandates.get(self.cleaned_data["whom"])
