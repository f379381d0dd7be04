"""Forms of the stages: which one, its conclusion, a check on site."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.desk.forms import ActForm, line, text_area
from cases.desk.review.fields import PersonField, PhotosField, moment_field
from cases.enums import StageConclusion
from cases.models import CaseStage
from cases.rules.stages import to_finish, to_send_back_to
from core.offering import offer_choices

CONCLUSIONS = (
    (StageConclusion.PASS, StageConclusion.PASS.label),
    (StageConclusion.FAIL, StageConclusion.FAIL.label),
)


def stage_choices(stages: list[CaseStage]) -> list[tuple[int, str]]:
    return [(stage.order, f"{stage.name}（{stage.unit.name}）") for stage in stages]


class FinishForm(ActForm):
    order = forms.TypedChoiceField(label=_("Stage"), coerce=int, widget=forms.RadioSelect)
    conclusion = forms.ChoiceField(
        label=_("Conclusion"), choices=CONCLUSIONS, widget=forms.RadioSelect, initial=StageConclusion.PASS
    )
    text = text_area(_("Opinion and its grounds"), help_text=_("The following units and the approver read it."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = stage_choices(to_finish(self.case, self.actor))
        offer_choices(self, "order", choices)
        self.fields["order"].initial = choices[0][0] if choices else None


class SendBackForm(ActForm):
    order = forms.TypedChoiceField(
        label=_("Which stage is done again"), coerce=int, widget=forms.RadioSelect,
        help_text=_("The file goes back to this unit. The applicant is not asked again."),
    )  # fmt: skip
    reason = text_area(_("What has to be examined again"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = stage_choices(to_send_back_to(self.case, self.actor))
        offer_choices(self, "order", choices)
        self.fields["order"].initial = choices[-1][0] if choices else None


class ContinueForm(ActForm):
    reason = text_area(_("Why the procedure goes on"))


class SiteCheckForm(ActForm):
    at = moment_field(_("Time of the check"))
    place = line(_("Place"))
    first_staff = PersonField(_("First person who checked"))
    second_staff = PersonField(_("Second person who checked"))
    facts = text_area(_("What was found"), rows=5)
    meets_conditions = forms.TypedChoiceField(
        label=_("Finding of the check"),
        choices=(("yes", _("Meets the conditions")), ("no", _("Does not meet the conditions"))),
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        initial="yes",
    )
    photos = PhotosField(_("Photographs"), help_text=_("At most 9. They are printed in the record."))
    signed_by = line(_("Signed by"), length=50, help_text=_("Who was checked and signed the record."))
    signature = forms.FileField(
        label=_("Picture of the signature"),
        required=False,
        help_text=_("A photograph of the signature alone; it is set into the record."),
        widget=forms.FileInput(attrs={"accept": "image/*"}),
    )
    refusal_note = line(_("Or: why nobody signed"), length=300)
    witness = line(_("Witness who saw it"), length=100)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("first_staff", "second_staff"):
            self.fields[name].of_unit(self.actor.unit_id)  # type: ignore[attr-defined]  # a PersonField
        self.fields["first_staff"].initial = self.actor.user_id
        self.fields["signed_by"].initial = self.case.applicant.name
        self.fields["place"].initial = self.case.region.full_name
