"""Forms of special procedures and extensions."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.desk.forms import ActForm, line, text_area
from cases.rules.special import most_days_of_extension, procedures_of
from catalog.choices import ProcedureKind
from core.offering import offer_choices


def days_field() -> forms.IntegerField:
    return forms.IntegerField(label=gettext_lazy("Working days"), min_value=1, max_value=366, required=False)


class SuspensionForm(ActForm):
    kind = forms.ChoiceField(label=gettext_lazy("Which procedure"), widget=forms.RadioSelect)
    days = days_field()
    reason = text_area(
        gettext_lazy("Why it is needed"), help_text=gettext_lazy("The applicant reads it in the notice.")
    )
    body = line(gettext_lazy("Who carries it out (may stay empty)"), length=100)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = procedures_of(self.case)
        text = _("%(kind)s, at most %(days)s working days")
        kinds = [(one.kind, text % {"kind": _label(one.kind), "days": one.max_days}) for one in found]
        offer_choices(self, "kind", kinds)
        if found:
            self.fields["kind"].initial, self.fields["days"].initial = found[0].kind, found[0].max_days


class ResumeForm(ActForm):
    result = text_area(gettext_lazy("Result of the procedure"))
    report = forms.FileField(label=gettext_lazy("Report (picture or PDF, may stay empty)"), required=False)


class ExtensionForm(ActForm):
    days = days_field()
    reason = text_area(
        gettext_lazy("Why more time is needed"), help_text=gettext_lazy("The applicant reads it in the notice.")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        most = most_days_of_extension(self.case)
        self.fields["days"].initial = most
        self.fields["days"].help_text = _("At most %(days)s, once.") % {"days": most}


def _label(kind: str) -> str:
    return str(ProcedureKind(kind).label) if kind in ProcedureKind.values else kind
