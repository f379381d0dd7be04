from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.people import LONGEST_TYPED, RefusableForm, TypedTwiceForm, fresh_password, repeated_password


class ActivateForm(TypedTwiceForm, RefusableForm):
    """The number, the code of the slip, and the password of her own."""

    number = forms.CharField(
        label=_("Mobile number or identity number"),
        max_length=LONGEST_TYPED,
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "spellcheck": "false", "class": "govuk-input--width-20"}
        ),
        error_messages={"required": _("Enter the mobile number or the identity number.")},
    )
    code = forms.CharField(
        label=_("Code on the slip"),
        help_text=_("Eight digits. The clerk at the window handed you the slip."),
        max_length=LONGEST_TYPED,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "class": "govuk-input--width-10"}
        ),
        error_messages={"required": _("Enter the eight digits of the slip.")},
    )
    password = fresh_password(_("Password"))
    password_again = repeated_password(_("Password once more"))
