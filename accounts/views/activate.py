from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from accounts.domain.logins import activate_login
from accounts.forms.activate import ActivateForm
from accounts.landing import landing_for
from accounts.middleware import current_actor
from accounts.pending import mark_owner
from accounts.views.register import BACKEND
from core.errors import Refused


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "POST"])
def activate(request: HttpRequest) -> HttpResponse:
    """With the slip from the window: choose a password, and be signed in."""
    form = ActivateForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("number", "code", "password")}
        try:
            user = activate_login(**given, now=timezone.now())
        except Refused as refused:
            form.refuse(refused)
        else:
            login(request, user, backend=BACKEND)
            messages.success(request, _("Your login is open, and you are signed in."))
            response = HttpResponseRedirect(landing_for(current_actor(request)))
            mark_owner(response, user)
            return response
    return render(request, "accounts/activate.html", {"form": form})
