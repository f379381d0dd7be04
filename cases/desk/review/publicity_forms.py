"""Forms of a publicity and its objections."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cases.desk.forms import ActForm, line, text_area
from cases.desk.review.stage_forms import CONCLUSIONS
from cases.enums import StageConclusion
from cases.rules.masked import proposed_content
from cases.rules.publicity import open_objections, running_publicity
from core.offering import offer_choices


class PublicityForm(ActForm):
    content = text_area(
        _("What everybody may read"),
        rows=6,
        help_text=_("No full names, numbers, telephones, illnesses or disabilities; minors are not named."),
    )
    place = line(_("Where it is published"))
    contact = line(_("Where to object"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        case, post = self.case, self.actor.post
        self.fields["content"].initial = proposed_content(case, on=timezone.localdate())
        self.fields["place"].initial = f"{case.region.name}村（居）务公开栏、本网站"
        phone = case.version.facts.consult_phone
        self.fields["contact"].initial = f"{post.unit_name if post else case.unit.name} {phone}".strip()


class ObjectionForm(ActForm):
    text = text_area(_("What is objected to"))
    by_name = line(_("Raised by (may stay empty)"), length=50)
    contact = line(_("Telephone or address (may stay empty)"), length=100)


class HandlingForm(ActForm):
    objection = forms.TypedChoiceField(label=_("Objection"), coerce=int, widget=forms.RadioSelect)
    upheld = forms.TypedChoiceField(
        label=_("Finding on the objection"),
        choices=(("no", _("Not upheld")), ("yes", _("Upheld"))),
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    handling = text_area(_("What was found and why"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        row = running_publicity(self.case)
        waiting = open_objections(row) if row else []
        offer_choices(self, "objection", [(one.pk, one.text[:60]) for one in waiting])
        self.fields["objection"].initial = waiting[0].pk if waiting else None


class EndPublicityForm(ActForm):
    conclusion = forms.ChoiceField(
        label=_("Conclusion"), choices=CONCLUSIONS, widget=forms.RadioSelect, initial=StageConclusion.PASS
    )
    result = text_area(_("Result (empty: written from the objections)"), rows=2)
