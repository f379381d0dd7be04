"""The forms of the acts on a case. They ask what the verb needs and leave every rule to it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.actors import Actor
from cases.models import Case
from cases.models.opinions import Conclusion
from catalog.content import LegalBasis

LONG = 2000


def text_area(label: Any, *, required: bool = False, help_text: Any = "", rows: int = 3) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, required=required, max_length=LONG, help_text=help_text, widget=widget)


def line(label: Any, *, help_text: Any = "", length: int = 200) -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=length, help_text=help_text)


def citation(basis: LegalBasis) -> str:
    return f"《{basis.law}》{basis.article}" if not basis.law.startswith("《") else f"{basis.law}{basis.article}"


class ActForm(forms.Form):
    """Made for one case and who acts on it: `basis` starts with the law the item itself names."""

    def __init__(self, *args: Any, case: Case, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.case, self.actor = case, actor
        if "basis" in self.fields and case.version.facts.basis:
            self.fields["basis"].initial = citation(case.version.facts.basis[0])


class PlainForm(ActForm):
    """A verb that needs nothing more than the click."""


class NotRequiredForm(ActForm):
    reason = text_area(_("Why no handling is required"))
    basis = line(_("Legal basis"))


class RefusalForm(ActForm):
    reason = text_area(_("Why it cannot be accepted"))
    basis = line(_("Legal basis"))
    agency = line(_("Agency the applicant must turn to"))


class OpinionForm(ActForm):
    conclusion = forms.ChoiceField(
        label=_("Conclusion"), choices=Conclusion.choices, widget=forms.RadioSelect, initial=Conclusion.GRANT
    )
    text = text_area(_("Opinion and its grounds"), help_text=_("The approver reads this before deciding."))


class GrantForm(ActForm):
    text = text_area(_("Remark on the decision (may stay empty)"), rows=2)


class DenialForm(ActForm):
    reasons = text_area(_("Reasons"), help_text=_("They are printed in the decision word for word."))
    basis = line(_("Legal basis"))


class HandOverForm(ActForm):
    receiver = line(_("Received and signed by"), length=50)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        agent = self.case.application.agent
        self.fields["receiver"].initial = agent.display_name if agent else self.case.applicant.name


class WithdrawForm(ActForm):
    reason = text_area(_("Reason told by the applicant (may stay empty)"), rows=2)


class NoteForm(forms.Form):
    text = forms.CharField(label=_("Note for colleagues"), max_length=LONG, widget=forms.Textarea(attrs={"rows": 2}))


class RevealForm(forms.Form):
    """Which field, and why it has to be seen in full."""

    CHOICES = (
        ("name", _("name of the person")),
        ("id_number", _("identity number")),
        ("phone", _("mobile phone")),
        ("address", _("address")),
        ("answers", _("all answers of the form")),
    )
    field = forms.ChoiceField(label=_("What to show"), choices=CHOICES)
    reason = forms.CharField(
        label=_("Why you need to see it"),
        max_length=200,
        required=False,
        help_text=_("The reason, your name and the time are kept for ever."),
    )
