"""Step 2: the mandate, read out and signed; and its page for those who may know of it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from accounts.actors import Actor
from accounts.item_names import item_labels
from accounts.models import Mandate, MandateAct, Post, User
from accounts.pending import signed_in_required, take_pending
from accounts.requests import ActorRequest
from cases.domain.door import Scope, in_force, record_mandate
from cases.models import Case, Visit
from cases.visits.access import with_visit
from cases.visits.forms.mandate import ScopeForm, SignForm
from cases.visits.forms.once import send
from core.downloads import show
from core.errors import Refused
from core.text import format_day


@require_http_methods(["GET", "POST"])
@with_visit
def scope(request: ActorRequest, helper: Actor, visit: Visit) -> HttpResponse:
    """First what it is about; the answer is the text to read out, with the field to sign in."""
    if visit.resident is None:
        return redirect("door:person", visit.public_id)
    if in_force(visit.mandate, on=timezone.localdate()) and request.method == "GET":
        return redirect("door:visit", visit.public_id)
    if request.method == "POST" and "signed" in request.POST:
        return _sign(request, helper, visit)
    typed = request.POST if request.method == "POST" else take_pending(request)
    form = ScopeForm(typed, initial=ScopeForm.usual(visit.item_key))
    if request.method == "POST" and form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("item_keys", "acts", "term", "relation", "token")}
        sign = SignForm(None, witnesses=witnesses_for(visit, helper), initial=given)
        return _sign_page(request, helper, visit, sign, form.scope)
    return render(request, "cases/visits/scope.html", {"form": form, "visit": visit})


def _sign(request: ActorRequest, helper: Actor, visit: Visit) -> HttpResponse:
    form = SignForm(request.POST, request.FILES, witnesses=witnesses_for(visit, helper))
    if form.is_valid():
        answer = send(request, form, purpose="mandate", actor=helper, act=lambda: _record(request, helper, visit, form))
        if answer is not None:
            return answer
    if any(name in form.errors for name in ("item_keys", "acts", "term", "relation")):
        return redirect("door:scope", visit.public_id)  # the hidden part was tampered with: begin again
    return _sign_page(request, helper, visit, form, form.scope)


def _record(request: ActorRequest, helper: Actor, visit: Visit, form: SignForm) -> str:
    now = timezone.now()
    record_mandate(
        visit=visit,
        scope=form.scope,
        proof_kind=form.proof_kind,
        proof=form.store_proof(actor=helper, now=now),
        witness=form.cleaned_data.get("witness"),
        actor=helper,
        now=now,
    )
    messages.success(request, _("The mandate has been recorded. The principal is told and can revoke it at any time."))
    return reverse("door:visit", args=[visit.public_id])


def _sign_page(request: ActorRequest, helper: Actor, visit: Visit, form: SignForm, given: Scope) -> HttpResponse:
    context = {
        "form": form,
        "visit": visit,
        "helper": helper,
        "items": item_labels(given.item_keys),
        "acts": [MandateAct(act).label for act in given.acts],
        "first": format_day(given.valid_from),
        "last": format_day(given.valid_to),
        "relation": given.relation,
    }
    return render(request, "cases/visits/sign.html", context)


def witnesses_for(visit: Visit, helper: Actor) -> QuerySet[User]:
    """Staff of the village and its town, never the agent herself."""
    places = Q(unit__region=visit.region_id) | Q(unit__region=visit.region.parent_id)
    posts = Post.objects.held_on(timezone.localdate()).filter(places)
    people = User.objects.filter(is_active=True, pk__in=posts.values("user")).exclude(pk=helper.user_id or 0)
    return people.order_by("display_name", "pk")


@never_cache
@signed_in_required
@require_safe
def mandate(request: ActorRequest, public_id: UUID) -> HttpResponse:
    """One mandate: both names, what it covers, until when, how it was given, and what was done under it."""
    found = _visible(request, public_id)
    actor = request.actor
    on = timezone.localdate()
    rows = [
        {"key": _("Principal"), "value": found.principal.name},
        {"key": _("Agent"), "value": f"{found.agent.display_name} ({found.relation})"},
        {"key": _("Items"), "value": "、".join(item_labels(found.item_keys))},
        {"key": _("Powers"), "value": "、".join(str(MandateAct(act).label) for act in found.acts)},
        {"key": _("Term"), "value": _term(found)},
        {"key": _("Given by"), "value": str(found.get_proof_kind_display())},
    ]
    if found.witness is not None:
        rows.append({"key": _("Witness"), "value": found.witness.display_name})
    if found.revoked_at is not None:
        rows.append({"key": _("Reason for revoking"), "value": found.revoke_reason})
    cases = Case.objects.visible_to(actor, on=on).for_list().filter(application__mandate=found).order_by("-id")[:20]
    context = {
        "mandate": found,
        "rows": rows,
        "in_force": in_force(found, on=on),
        "may_end": actor.user_id == found.agent_id or actor.resident_id == found.principal_id,
        "cases": cases,
    }
    return render(request, "cases/visits/mandate.html", context)


def _term(found: Mandate) -> str:
    return _("From %(first)s to %(last)s") % {
        "first": format_day(found.valid_from),
        "last": format_day(found.valid_to),
    }


@never_cache
@signed_in_required
@require_safe
def proof(request: ActorRequest, public_id: UUID) -> HttpResponseBase:
    """The signature or the photograph itself."""
    found = _visible(request, public_id)
    if found.proof is None:
        raise Http404
    try:
        return show(found.proof)
    except Refused as refused:
        messages.warning(request, refused.text)
        return redirect("door:mandate", public_id)


def _visible(request: ActorRequest, public_id: UUID) -> Mandate:
    """For principal and agent, and for staff who may read a case under it."""
    actor = request.actor
    related: tuple[Any, ...] = ("principal", "agent", "witness", "proof")
    found = Mandate.objects.select_related(*related).filter(public_id=public_id).first()
    if found is None:
        raise Http404
    party = actor.user_id == found.agent_id or (actor.resident_id or -1) == found.principal_id
    on = timezone.localdate()
    if not party and not Case.objects.visible_to(actor, on=on).filter(application__mandate=found).exists():
        raise Http404
    return found
