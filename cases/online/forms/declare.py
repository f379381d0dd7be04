from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.online.forms.answers import RefusableForm
from cases.online.forms.guardian import GuardianMixin
from catalog.content import Material

CONSENT = "consent_"


class DeclareForm(GuardianMixin, RefusableForm):
    """The declaration, and one tick for each paper that needs a consent of its own; none is ticked beforehand."""

    declared = forms.BooleanField(
        label=gettext_lazy("Everything I stated and handed in is true, and I answer for it."),
        error_messages={"required": gettext_lazy("Tick the declaration that everything is true.")},
    )

    def __init__(self, data: Any = None, *, consents: Iterable[Material], for_child: bool = False) -> None:
        super().__init__(data)
        if for_child:
            self.ask_guardian()
        self.consents = list(consents)
        for material in self.consents:
            self.fields[CONSENT + material.key] = forms.BooleanField(
                label=_("I agree separately: %(paper)s") % {"paper": material.name},
                help_text=material.fill_note or material.standard,
                required=False,
            )

    @property
    def given(self) -> list[str]:
        return [m.key for m in self.consents if self.cleaned_data.get(CONSENT + m.key)]

    @property
    def consent_fields(self) -> list[forms.BoundField]:
        return [self[CONSENT + m.key] for m in self.consents]
