"""What people write on a supervision order: the order itself, the answer, why it is sent back, the remark at its end."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from accounts.actors import Actor
from cases.domain.supervise import ANSWER_WITHIN
from cases.models import Case
from cases.rules.supervising import MOST_DAYS

NUMBER = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})


def words(label: Any, help_text: Any = "", *, required: bool = True) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": 4})
    return forms.CharField(label=label, help_text=help_text, required=required, max_length=1000, widget=area)


class CaseNumberField(forms.CharField):
    """The number of a case that the post may see; cleans to the case. Set `actor` before it is asked."""

    actor: Actor

    def clean(self, value: Any) -> Any:
        number = super().clean(value)
        cases = Case.objects.visible_to(self.actor, on=timezone.localdate())
        found = cases.with_item().select_related("applicant", "application__mandate").filter(number=number).first()
        if found is None:
            raise forms.ValidationError(_now("There is no case with this number that you may see."))
        return found


class OrderForm(forms.Form):
    case = CaseNumberField(label=_("Case number"), max_length=16, widget=NUMBER)
    matter = words(
        _("What the unit has to answer for"), _("It is printed in the order; the unit has 3 working days to answer.")
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["case"].actor = actor  # type: ignore[attr-defined]  # a CaseNumberField


class AnswerForm(forms.Form):
    answer = words(_("Reply of the unit"), _("The reason, who is responsible for it, and what was done."))


class CloseForm(forms.Form):
    remark = words(_("Remark"), _("Empty: the answer is enough."), required=False)


class ReturnForm(forms.Form):
    reason = words(_("What is missing in the answer"), _("The unit reads it, and it is printed in the paper."))
    days = forms.IntegerField(
        label=_("Working days for the new answer"), initial=ANSWER_WITHIN.n, min_value=1, max_value=MOST_DAYS
    )
