from __future__ import annotations

import math
from typing import Any

from axes.helpers import get_cool_off
from django.contrib.auth import views as auth_views
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.debug import sensitive_post_parameters

from accounts.domain.actors import actor_for
from accounts.forms.login import LoginForm, StaffLoginForm
from accounts.landing import landing_for
from accounts.pending import OWNER_COOKIE, has_pending, mark_owner
from accounts.requests import actor_of
from places.queries.regions import county


@method_decorator(sensitive_post_parameters(), name="dispatch")
class LoginView(auth_views.LoginView):
    """Residents sign in; back to the page they came from, with what they had typed there."""

    form_class = LoginForm
    template_name = "accounts/login.html"
    redirect_authenticated_user = True

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        mark_owner(response, form.get_user())
        return response

    def get_default_redirect_url(self) -> str:
        return landing_for(actor_for(user=self.request.user, on=timezone.localdate()))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        address = self.get_redirect_url()
        return super().get_context_data(**kwargs, typed_is_kept=bool(address) and has_pending(self.request, address))


class StaffLoginView(LoginView):
    """The way into the back office. A resident who is signed in sees the form, not a loop of redirects."""

    form_class = StaffLoginForm
    template_name = "accounts/staff_login.html"

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        self.redirect_authenticated_user = bool(actor_of(request).posts)
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        region = county()
        return super().get_context_data(**kwargs, county_name=region.name if region else "")


class LogoutView(auth_views.LogoutView):
    """By POST only; the device forgets who was here."""

    http_method_names = ["post", "options"]
    template_name = "accounts/signed_out.html"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        staff = bool(actor_of(request).posts)
        super().post(request, *args, **kwargs)
        response = HttpResponseRedirect("/") if not staff else render(request, self.template_name)
        response.delete_cookie(OWNER_COOKIE, samesite="Lax")
        return response


def locked_out(
    request: HttpRequest, response: HttpResponse | None = None, credentials: dict[str, Any] | None = None
) -> HttpResponse:
    """Too many wrong passwords: how long to wait and whom to ring. The same for known and unknown numbers."""
    pause = get_cool_off(request)
    minutes = math.ceil(pause.total_seconds() / 60) if pause else None
    return render(request, "accounts/locked_out.html", {"minutes": minutes}, status=429)
