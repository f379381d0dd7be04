from __future__ import annotations

import uuid
from collections.abc import Callable

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.actors import Actor
from cases.domain.once import send_once
from core.errors import Refused


class OnceForm(forms.Form):
    """A form that may be sent several times and takes effect once: it carries a token from the moment it is shown."""

    token = forms.UUIDField(
        widget=forms.HiddenInput,
        initial=uuid.uuid4,
        error_messages={
            "required": _("This page is out of date. Open it once more and send it again."),
            "invalid": _("This page is out of date. Open it once more and send it again."),
        },
    )
    # Names of the verbs' reasons that differ from the field they are about.
    fields_of_reasons: dict[str, str] = {}

    def refuse(self, refused: Refused) -> None:
        """What the verb refuses is shown at the field it names, else at the head."""
        for reason in refused.reasons:
            name = self.fields_of_reasons.get(reason.code, reason.code)
            self.add_error(name if name in self.fields else NON_FIELD_ERRORS, reason.text)


def send(
    request: HttpRequest, form: OnceForm, *, purpose: str, actor: Actor, act: Callable[[], str]
) -> HttpResponse | None:
    """Run `act` once for the token of this valid form and go where it says; None when it was refused."""
    token = form.cleaned_data["token"]
    try:
        address = send_once(token=token, purpose=purpose, act=act, actor=actor, now=timezone.now())
    except Refused as refused:
        form.refuse(refused)
        return None
    return redirect(address)
