from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.online.forms.answers import RefusableForm

LONGEST_REASON = 300


class WithdrawForm(RefusableForm):
    reason = forms.CharField(
        label=_("Why do you withdraw?"),
        help_text=_("You need not say."),
        required=False,
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
