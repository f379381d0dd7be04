from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.actors import Actor
from cases.desk.supervision.forms import NUMBER, CaseNumberField, words
from cases.domain.bars import FALSE_PAPERS, FRAUD


class BarForm(forms.Form):
    case = CaseNumberField(
        label=_("Case number"),
        max_length=16,
        widget=NUMBER,
        help_text=_("The case in which it was found. Its applicant is barred from applying for its item."),
    )
    ground = forms.ChoiceField(
        label=_("Ground"),
        widget=forms.RadioSelect,
        choices=[
            (FALSE_PAPERS, _("False papers or facts concealed (Art. 78): one year")),
            (FRAUD, _("Obtained by fraud or bribery (Art. 79): three years")),
        ],
    )
    reason = words(_("What came to light"), _("The person is told, and it stands in every refusal."))

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["case"].actor = actor  # type: ignore[attr-defined]  # a CaseNumberField


class LiftForm(forms.Form):
    reason = words(
        _("Why its ground has fallen away"), _("For example: the decision was annulled. The person is told.")
    )
