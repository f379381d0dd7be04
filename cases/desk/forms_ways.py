"""The forms of special ways: a signed promise, its later check, handling at once, an answer to a proposal."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.desk.forms import ActForm, line, text_area


class AnswerForm(ActForm):
    answer = text_area(_("Why not"))


class PromiseForm(ActForm):
    signed = forms.BooleanField(
        label=_("The applicant has read the promise and signed it before me"),
        required=False,
        help_text=_("The promise is printed with the notice; the signed sheet goes into the file."),
    )


class PromiseCheckForm(ActForm):
    kept = forms.TypedChoiceField(
        label=_("Result of the check"),
        choices=(("yes", _("The promise was kept")), ("no", _("The promise was false"))),
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    finding = text_area(_("What was found"))


class AtOnceForm(ActForm):
    text = text_area(_("Opinion and its grounds"), rows=2, help_text=_("Empty: complete and in order."))
    receiver = line(_("Received and signed by"), length=50, help_text=_("Empty: the result is handed over later."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        agent = self.case.application.agent
        self.fields["receiver"].initial = agent.display_name if agent else self.case.applicant.name
