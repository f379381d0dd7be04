"""A resident asks for a visit, for herself or for somebody who cannot; sees who comes; changes or stops it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from accounts.actors import Actor
from accounts.models import Resident, Role
from accounts.pending import resident_required, signed_in_required, take_pending
from accounts.requests import ActorRequest
from cases.domain.visits import change_visit, request_visit, stop_visit
from cases.enums import VisitState
from cases.models import Visit
from cases.models.visits import VisitSource
from cases.queries.visits import asked_by
from cases.visits.access import helper_of_request, with_request
from cases.visits.cards import TONES, facts_of
from cases.visits.forms.asking import MYSELF, AskForm, ChangeForm, StopForm, WhomForm
from cases.visits.forms.once import send
from core.text import format_day
from places.models import Region
from places.queries.regions import towns, villages_of

OPEN = (VisitState.REQUESTED, VisitState.ASSIGNED)


@never_cache
@signed_in_required
@require_http_methods(["GET", "POST"])
def ask(request: ActorRequest) -> HttpResponseBase:
    """Two steps without a script: who and which town, then the rest. Staff are led to their own pages for it."""
    actor = request.actor
    if helper_of_request(request) is not None:
        return redirect("door:enter")
    if actor.has_role(Role.WINDOW_CLERK):
        return redirect("desk:visit_ask")
    return _ask(request)


@resident_required
def _ask(request: ActorRequest) -> HttpResponse:
    own = Resident.objects.select_related("region__parent").get(pk=request.actor.resident_id or 0)
    town = towns().filter(code=request.GET.get("town", "")[:12]).first()
    whom = request.GET.get("whom", "")
    item_key = request.GET.get("item", "")[:60]
    if town is None or whom not in ("self", "relative"):
        own_town = own.region.town
        initial = {"whom": MYSELF, "town": own_town.code if own_town else None}
        form = WhomForm(request.GET if "whom" in request.GET else None, initial=initial)
        return render(request, "cases/visits/ask_whom.html", {"form": form, "item_key": item_key})
    typed = request.POST if request.method == "POST" else take_pending(request)
    named = whom != MYSELF
    ask_form = AskForm(
        typed, villages=villages_of(town), named=named, initial=_known(own, town, item_key, for_self=not named)
    )
    if request.method == "POST" and ask_form.is_valid():
        actor = request.actor
        answer = send(request, ask_form, purpose="ask", actor=actor, act=lambda: _request(request, own, ask_form))
        if answer is not None:
            return answer
    return render(request, "cases/visits/ask.html", {"form": ask_form, "town": town, "own": own, "named": named})


def _known(own: Resident, town: Region, item_key: str, *, for_self: bool) -> dict[str, Any]:
    known: dict[str, Any] = {"item_key": item_key}
    if own.region.parent_id == town.pk:
        known["region"] = own.region.code
    if for_self:
        known |= {"person_phone": own.phone, "address": own.address}
    return known


def _request(request: ActorRequest, own: Resident, form: AskForm) -> str:
    given = form.given
    mine = "person_name" not in given
    given.setdefault("person_name", own.name)
    visit = request_visit(
        source=VisitSource.ONLINE,
        resident=own if mine else None,
        actor=request.actor,
        now=timezone.now(),
        **given,
    )
    messages.success(request, _("Your request has arrived."))
    return reverse("door:asked", args=[visit.public_id])


@never_cache
@resident_required
@require_safe
def mine(request: ActorRequest) -> HttpResponse:
    """The visits I asked for, and those asked for me."""
    visits = list(asked_by(request.actor)[:50])
    facts = facts_of(visit.item_key for visit in visits)
    cards = [
        {
            "title": visit.person_name,
            "href": reverse("door:asked", args=[visit.public_id]),
            "text": facts[visit.item_key].name if visit.item_key in facts else "",
            "meta": [format_day(visit.visit_on) or _("Day not agreed yet"), visit.region.address(visit.address)],
            "state": VisitState(visit.state).label,
            "tone": TONES[VisitState(visit.state)],
        }
        for visit in visits
    ]
    return render(request, "cases/visits/mine.html", {"cards": cards})


@require_safe
@with_request
def asked(request: ActorRequest, visit: Visit) -> HttpResponse:
    """Who comes, when, from where, and what to lay ready."""
    facts = facts_of([visit.item_key]).get(visit.item_key)
    rows = [
        {"key": _("Who is visited"), "value": visit.person_name},
        {"key": _("Where"), "value": visit.region.address(visit.address)},
        {"key": _("Telephone"), "value": visit.person_phone},
        {"key": _("What for"), "value": facts.name if facts else _("Not known yet")},
        {"key": _("Day"), "value": format_day(visit.visit_on) or _("The helper rings up and agrees on a day.")},
    ]
    context = {
        "visit": visit,
        "rows": rows,
        "facts": facts,
        "may_change": visit.state in OPEN and visit.requested_by_id == request.user.pk,
        "may_stop": visit.state in OPEN,
        "state": VisitState(visit.state).label,
        "tone": TONES[VisitState(visit.state)],
    }
    return render(request, "cases/visits/asked.html", context)


@require_http_methods(["GET", "POST"])
@with_request
def change(request: ActorRequest, visit: Visit) -> HttpResponse:
    initial = {name: getattr(visit, name) for name in ("person_phone", "address", "reason", "wished_on")}
    form = ChangeForm(request.POST if request.method == "POST" else take_pending(request), initial=initial)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            given = {name: form.cleaned_data[name] for name in initial}
            change_visit(visit=visit, actor=request.actor, now=timezone.now(), **given)
            messages.success(request, _("The request has been changed."))
            return reverse("door:asked", args=[visit.public_id])

        if answer := send(request, form, purpose="change", actor=request.actor, act=act):
            return answer
    return render(request, "cases/visits/change.html", {"form": form, "visit": visit})


@require_http_methods(["GET", "POST"])
@with_request
def stop(request: ActorRequest, visit: Visit) -> HttpResponse:
    return stop_page(request, visit, actor=request.actor, back=reverse("door:asked", args=[visit.public_id]))


def stop_page(request: HttpRequest, visit: Visit, *, actor: Actor, back: str) -> HttpResponse:
    """One question, one button; the same page for who asked and for the helper."""
    form = StopForm(request.POST if request.method == "POST" else take_pending(request))
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            stop_visit(visit=visit, reason=form.cleaned_data["reason"], actor=actor, now=timezone.now())
            messages.success(request, _("The visit has been stopped."))
            return back

        if answer := send(request, form, purpose="stop", actor=actor, act=act):
            return answer
    return render(request, "cases/visits/stop.html", {"form": form, "visit": visit, "back": back})
