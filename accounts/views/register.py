from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import login
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from accounts.domain.register import Channel, register_resident
from accounts.forms.people import RegisterForm, TownForm
from accounts.landing import landing_for
from accounts.middleware import current_actor
from accounts.pending import mark_owner, take_pending
from accounts.requests import ActorRequest
from core.errors import Refused
from places.models import Region
from places.queries.regions import towns

BACKEND = "accounts.backends.LoginNameBackend"


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def register(request: ActorRequest) -> HttpResponse:
    """Two steps without a script: the town, then the rest with the villages of that town."""
    town = chosen_town(request)
    if request.user.is_authenticated:
        return HttpResponseRedirect(landing_for(current_actor(request)))
    if town is None:
        form = TownForm(request.GET if "town" in request.GET else None)
        return render(request, "accounts/register_town.html", {"form": form, "next": request.GET.get("next", "")})
    typed = request.POST if request.method == "POST" else take_pending(request)
    form = RegisterForm(typed, town=town)
    if request.method == "POST" and form.is_valid() and (response := _open_account(request, form)):
        return response
    context = {"form": form, "town": town, "next": request.GET.get("next", "")}
    return render(request, "accounts/register.html", context)


def _open_account(request: ActorRequest, form: RegisterForm) -> HttpResponse | None:
    """Registered and signed in, or None with the reasons in the form."""
    wanted = {name: form.cleaned_data[name] for name in ("name", "id_number", "phone", "region", "address", "password")}
    actor = request.actor
    try:
        resident = register_resident(**wanted, channel=Channel.ONLINE, actor=actor, now=timezone.now())
    except Refused as refused:
        form.refuse(refused)
        return None
    login(request, resident.user, backend=BACKEND)
    messages.success(request, _("Your account is open, and you are signed in."))
    target = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(target, {request.get_host()}, require_https=request.is_secure()):
        target = landing_for(current_actor(request))
    response = HttpResponseRedirect(target)
    mark_owner(response, resident.user)
    return response


def chosen_town(request: ActorRequest) -> Region | None:
    """The town named in the address, None when there is none or it is unknown."""
    return towns().filter(code=request.GET.get("town", "")[:12]).first()
