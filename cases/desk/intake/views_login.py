"""A login for the person before the window: the clerk hands over a slip with a code and never knows a password."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods

from accounts.domain.logins import VALID_FOR, open_login
from accounts.models import Resident
from cases.desk.access import actor_of, clerks
from core.errors import Refused


class OpenLoginForm(forms.Form):
    phone = forms.CharField(
        label=gettext_lazy("mobile phone of the person"),
        help_text=gettext_lazy("Let her read it out. She signs in with it, or with her identity number."),
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "tel"}),
    )
    card_seen = forms.BooleanField(
        label=gettext_lazy("I have compared her with her identity card, and the telephone is hers."),
        error_messages={"required": gettext_lazy("Compare her with her card first, then tick this.")},
    )


@require_http_methods(["GET", "POST"])
@never_cache
@clerks
@sensitive_variables("code")
def open_login_page(request: HttpRequest, resident_id: int) -> HttpResponse:
    """The form; sent, the slip to print, shown this once."""
    residents = Resident.objects.visible_to(actor_of(request), on=timezone.localdate()).for_page()
    resident = get_object_or_404(residents, pk=resident_id)
    form = OpenLoginForm(request.POST if request.method == "POST" else None, initial={"phone": resident.phone})
    context = {
        "resident": resident,
        "form": form,
        "header_title": _("Online login"),
        "breadcrumbs_items": [
            {"url": reverse("desk:intake"), "label": _("Intake")},
            {"url": reverse("desk:intake_items", args=[resident.pk]), "label": _("Choose items")},
            {"url": "", "label": _("Online login")},
        ],
    }
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        try:
            code = open_login(resident=resident, phone=form.cleaned_data["phone"], actor=actor_of(request), now=now)
        except Refused as refused:
            for reason in refused.reasons:
                form.add_error(reason.code if reason.code in form.fields else None, reason.text)
        else:
            address = str(settings.PUBLIC_URL).rstrip("/") + reverse("accounts:activate")
            slip = {"code": f"{code[:4]} {code[4:]}", "until": now + VALID_FOR, "address": address}
            return TemplateResponse(request, "cases/desk/intake/login_slip.html", {**context, **slip})
    return TemplateResponse(request, "cases/desk/intake/open_login.html", context)
