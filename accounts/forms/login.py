from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.domain.actors import actor_for
from accounts.login_names import MAX_LENGTH


class LoginForm(AuthenticationForm):
    """Residents: mobile or identity number. The refusal is the same whether the number is known or not."""

    error_messages = {
        "invalid_login": _(
            "The number or the password is not right. If several people share one telephone, use the identity number."
        ),
        "inactive": _("This account is closed. Ring 12345 or go to a service window."),
    }
    name_label = _("Mobile number or identity number")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name = self.fields["username"]
        name.label, name.max_length = self.name_label, MAX_LENGTH
        name.error_messages = {"required": _("Enter your mobile number or identity number.")}
        name.widget.attrs = {"autocomplete": "username", "maxlength": MAX_LENGTH, "spellcheck": "false"}
        password = self.fields["password"]
        password.label = _("Password")
        password.error_messages = {"required": _("Enter the password.")}


class StaffLoginForm(LoginForm):
    error_messages = {
        "invalid_login": _("The name or the password is not right."),
        "inactive": _("This account is closed. Ask the system administrator."),
        "no_post": _("This account holds no staff post today. Ask the system administrator."),
    }
    name_label = _("Staff name")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].error_messages = {"required": _("Enter your staff name.")}

    def confirm_login_allowed(self, user: Any) -> None:
        super().confirm_login_allowed(user)
        actor = actor_for(user=user, on=timezone.localdate())
        if not actor.posts and not user.is_superuser:
            raise forms.ValidationError(self.error_messages["no_post"], code="no_post")
