from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from accounts.domain.mandates import give_mandate, revoke_mandate
from accounts.forms.mandates import MandateForm, RevokeForm
from accounts.item_names import item_choices
from accounts.models import Mandate, MandateAct, MandateProof
from accounts.pending import resident_required, signed_in_required, take_pending
from accounts.queries import mandates_given, mandates_held
from accounts.requests import ActorRequest
from accounts.views.profile import own_record
from core.errors import Refused


@never_cache
@signed_in_required
def mandates(request: ActorRequest) -> HttpResponse:
    """Who may act for me, and for whom I may act."""
    actor = request.actor
    names, today = dict(item_choices()), timezone.localdate()
    context = {
        "given": [_row(mandate, names, today) for mandate in mandates_given(actor)],
        "held": [_row(mandate, names, today) for mandate in mandates_held(actor)],
        "may_give": actor.resident_id is not None,
    }
    return render(request, "accounts/mandates.html", context)


def _row(mandate: Mandate, names: dict[str, str], today: Any) -> dict[str, Any]:
    return {
        "mandate": mandate,
        "items": [names.get(key, key) for key in mandate.item_keys],
        "acts": [MandateAct(act).label for act in mandate.acts],
        "state": _state(mandate, today),
    }


def _state(mandate: Mandate, today: Any) -> dict[str, str]:
    if mandate.revoked_at is not None:
        return {"code": "revoked", "text": _("Revoked"), "tone": "void"}
    if mandate.valid_to < today:
        return {"code": "expired", "text": _("Expired"), "tone": "void"}
    if mandate.valid_from > today:
        return {"code": "later", "text": _("Not yet begun"), "tone": "waiting"}
    return {"code": "in_force", "text": _("In force"), "tone": "done"}


@never_cache
@resident_required
@require_http_methods(["GET", "POST"])
def give(request: ActorRequest) -> HttpResponse:
    """Give a mandate online to another registered resident."""
    typed = request.POST if request.method == "POST" else take_pending(request)
    form = MandateForm(typed)
    if request.method == "POST" and form.is_valid():
        try:
            mandate = _give(request, form)
        except Refused as refused:
            form.refuse(refused)
        else:
            text = _("%(agent)s may act for you now. You can revoke this here at any time.")
            messages.success(request, text % {"agent": mandate.agent.display_name})
            return redirect("accounts:mandates")
    return render(request, "accounts/mandate_give.html", {"form": form})


def _give(request: ActorRequest, form: MandateForm) -> Mandate:
    first = timezone.localdate()
    assert form.agent is not None  # noqa: S101 - the form is valid
    return give_mandate(
        principal=own_record(request),
        agent_user=form.agent,
        relation=form.cleaned_data["relation"],
        item_keys=form.cleaned_data["item_keys"],
        acts=form.cleaned_data["acts"],
        valid_from=first,
        valid_to=form.last_day(first),
        proof_kind=MandateProof.ONLINE,
        proof=None,
        witness=None,
        actor=request.actor,
        now=timezone.now(),
    )


@never_cache
@signed_in_required
@require_http_methods(["GET", "POST"])
def revoke(request: ActorRequest, public_id: UUID) -> HttpResponse:
    """One question, one button; the agent is out at once."""
    actor = request.actor
    parties = Q(agent_id=actor.user_id) | (Q(principal_id=actor.resident_id) if actor.resident_id else Q(pk=None))
    mandate = get_object_or_404(
        Mandate.objects.filter(parties).select_related("agent", "principal"), public_id=public_id
    )
    form = RevokeForm(request.POST if request.method == "POST" else take_pending(request))
    if request.method == "POST" and form.is_valid():
        try:
            revoke_mandate(mandate=mandate, reason=form.cleaned_data["reason"], actor=actor, now=timezone.now())
        except Refused as refused:
            messages.warning(request, refused.text)
        else:
            messages.success(request, _("The mandate has ended at once."))
        return redirect("accounts:mandates")
    return render(request, "accounts/mandate_revoke.html", {"form": form, "mandate": mandate})
