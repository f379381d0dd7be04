from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from accounts.domain.identity import check_own_number
from accounts.domain.residents import SECRET_FIELDS, change_password, reveal_field, update_contact
from accounts.forms.people import ContactForm, PasswordForm, TownForm
from accounts.identity import IdentityLevel
from accounts.matching import can_match
from accounts.models import Resident
from accounts.pending import resident_required, take_pending
from accounts.queries import unread_count
from accounts.requests import ActorRequest
from accounts.views.register import chosen_town
from core.errors import Refused
from core.masking import mask_address, mask_id_number, mask_name, mask_phone

MASKS = {"name": mask_name, "id_number": mask_id_number, "phone": mask_phone, "address": mask_address}


def own_record(request: ActorRequest) -> Resident:
    return Resident.objects.for_page().get(pk=request.actor.resident_id or 0)


@never_cache
@resident_required
def profile(request: ActorRequest) -> HttpResponse:
    """我的: what is known about me, masked."""
    return _show(request, own_record(request), {})


@never_cache
@resident_required
@require_POST
def reveal(request: ActorRequest, field: str) -> HttpResponse:
    """My own data in clear, for this one page; the look is logged."""
    if field not in SECRET_FIELDS:
        raise Http404
    resident = own_record(request)
    actor = request.actor
    clear = reveal_field(resident=resident, field=field, reason="", actor=actor, now=timezone.now())
    return _show(request, resident, {field: clear})


def _show(request: ActorRequest, resident: Resident, clear: dict[str, str]) -> HttpResponse:
    shown: dict[str, Any] = {
        field: {"value": clear.get(field) or mask(getattr(resident, field)), "masked": field not in clear}
        for field, mask in MASKS.items()
    }
    context = {
        "resident": resident,
        "shown": shown,
        "unread": unread_count(request.actor),
        "can_match": can_match() and resident.identity_level < IdentityLevel.NUMBER,
        "is_highest": resident.identity_level == IdentityLevel.PERSON,
    }
    return render(request, "accounts/profile.html", context)


@never_cache
@resident_required
@require_POST
def check_number(request: ActorRequest) -> HttpResponse:
    """Have name and number compared by the identity service; raises the level when they belong together."""
    try:
        check_own_number(resident=own_record(request), actor=request.actor, now=timezone.now())
    except Refused as refused:
        messages.warning(request, refused.text)
    else:
        messages.success(request, _("Name and identity number belong together. Your real-name level has risen."))
    return redirect("accounts:profile")


@never_cache
@resident_required
@require_http_methods(["GET", "POST"])
def contact(request: ActorRequest) -> HttpResponse:
    """Change telephone, village and address; another town is chosen on a page before."""
    resident = own_record(request)
    if "move" in request.GET:
        return render(request, "accounts/contact_town.html", {"form": TownForm()})
    town = chosen_town(request) or resident.region.town
    typed = request.POST if request.method == "POST" else take_pending(request)
    initial = {"phone": resident.phone, "region": resident.region.code, "address": resident.address}
    form = ContactForm(typed, town=town, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actor = request.actor
            update_contact(resident=resident, **form.cleaned_data, actor=actor, now=timezone.now())
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, _("Your data have been changed."))
            return redirect("accounts:profile")
    return render(request, "accounts/contact.html", {"form": form, "town": town})


@sensitive_post_parameters()
@never_cache
@resident_required
@require_http_methods(["GET", "POST"])
def password(request: ActorRequest) -> HttpResponse:
    form = PasswordForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        old, new = form.cleaned_data["old_password"], form.cleaned_data["new_password"]
        try:
            user = change_password(
                user=request.user,  # type: ignore[arg-type]  # signed in
                old=old,
                new=new,
                actor=request.actor,
                now=timezone.now(),
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            update_session_auth_hash(request, user)
            messages.success(request, _("Your password has been changed. Other devices have been signed out."))
            return redirect("accounts:profile")
    return render(request, "accounts/password.html", {"form": form})
