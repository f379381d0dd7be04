from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.translation import gettext_lazy as _

from accounts.domain.register import ADDRESS_LENGTH, RESIDENT_CARD
from core.errors import Refused
from core.offering import offer_rows
from places.models import Region
from places.queries.regions import towns, villages_of

PASSWORD_HINT = _("At least 8 characters, not only digits, nothing easy to guess.")
LONGEST_TYPED = 200


def fresh_password(label: Any) -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": "new-password"})
    return forms.CharField(label=label, strip=False, max_length=128, widget=widget, help_text=PASSWORD_HINT)


def repeated_password(label: Any) -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": "new-password"})
    return forms.CharField(label=label, strip=False, max_length=128, widget=widget)


class RefusableForm(forms.Form):
    """A form whose rules live in a verb: what the verb refuses is shown at the fields it names."""

    def refuse(self, refused: Refused) -> None:
        for reason in refused.reasons:
            self.add_error(reason.code if reason.code in self.fields else NON_FIELD_ERRORS, reason.text)


class TypedTwiceForm(forms.Form):
    """A new password is typed twice: in the field `typed_twice`, and once more in the one with `_again` behind its name."""

    typed_twice = "password"

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        again = f"{self.typed_twice}_again"
        if data.get(self.typed_twice) and data[self.typed_twice] != data.get(again):
            self.add_error(again, _("The two passwords are not the same."))
        return data


class TownForm(forms.Form):
    """First step of choosing a village without a script."""

    town = forms.ModelChoiceField(
        label=_("Which town or street do you live in?"),
        queryset=Region.objects.none(),
        to_field_name="code",
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose your town or street."),
            "invalid_choice": _("Choose a town of the list."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_rows(self, "town", towns())


class ContactForm(RefusableForm):
    """Telephone, village of one town, address."""

    phone = forms.CharField(
        label=_("Mobile phone"),
        max_length=LONGEST_TYPED,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel", "class": "govuk-input--width-20"}),
        error_messages={"required": _("Enter your mobile number.")},
    )
    region = forms.ModelChoiceField(
        label=_("Village or community"),
        queryset=Region.objects.none(),
        to_field_name="code",
        empty_label=_("Please choose"),
        error_messages={
            "required": _("Choose your village or community."),
            "invalid_choice": _("Choose a village of the list."),
        },
    )
    address = forms.CharField(
        label=_("Address"),
        required=False,
        max_length=ADDRESS_LENGTH,
        help_text=_("Group, road and house number, as on an envelope."),
        widget=forms.TextInput(attrs={"autocomplete": "street-address"}),
    )

    def __init__(self, *args: Any, town: Region, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_rows(self, "region", villages_of(town), label=lambda region: region.name)


class RegisterForm(TypedTwiceForm, ContactForm):
    name = forms.CharField(
        label=_("Full name"),
        max_length=LONGEST_TYPED,
        help_text=_("As on the identity card. Rare characters and · are welcome."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Enter your name.")},
    )
    id_number = forms.CharField(
        label=_("Identity number"),
        max_length=LONGEST_TYPED,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "class": "govuk-input--width-20"}),
        error_messages={"required": _("Enter your identity number.")},
    )
    password = fresh_password(_("Password"))
    password_again = repeated_password(_("Password once more"))
    privacy = forms.BooleanField(
        label=_("I know that these data are used to handle my affairs, kept encrypted and shown in part only."),
        error_messages={"required": _("Please confirm that you have read how your data are used.")},
    )
    field_order = ["name", "id_number", "phone", "region", "address", "password", "password_again", "privacy"]
    id_type = RESIDENT_CARD


class PasswordForm(TypedTwiceForm, RefusableForm):
    typed_twice = "new_password"
    old_password = forms.CharField(
        label=_("Present password"),
        strip=False,
        max_length=128,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    new_password = fresh_password(_("New password"))
    new_password_again = repeated_password(_("New password once more"))
