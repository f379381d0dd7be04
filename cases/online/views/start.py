"""Before the draft: what it takes, which parts of a package, which situation, which papers, for whom."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from accounts.models import Mandate, Resident
from accounts.pending import resident_required, take_pending
from accounts.queries import mandates_usable
from cases.models import Application, Case
from cases.online.access import actor_of, own_cases, today
from cases.online.begin import begin_draft, drafts_of
from cases.online.forms.answers import SituationForm
from cases.online.forms.parts import PartsForm
from cases.online.forms.whom import WhomForm
from cases.online.identity import identity_lines
from cases.online.offers import THING, Offer, item_offer, picked_package, whole_package
from cases.online.preparation import forget, pick_parts, picked_parts, prepare, prepared
from cases.online.sheet import derived_answers
from cases.rules.papers import PaperWay, paper_way
from catalog.together import shared_materials
from core.errors import Refused

Step = Callable[..., HttpResponse]


def _of_offer(view: Step) -> Step:
    """The same step for one item and for a package. What was picked of a package is asked for first."""

    @wraps(view)
    def step(request: HttpRequest, kind: str, slug: str, **more: Any) -> HttpResponse:
        offer = picked_package(slug, request.session) if kind == THING else item_offer(slug)
        if offer is None:
            return redirect(f"online:{THING}_parts", slug)
        return view(request, offer, **more)

    return step


@never_cache
@require_safe
def start(request: HttpRequest, kind: str, slug: str) -> HttpResponse:
    """What it takes, in one page; a draft begun earlier is offered first."""
    offer = whole_package(slug) if kind == THING else item_offer(slug)
    actor = actor_of(request)
    drafts, running = Application.objects.none(), Case.objects.none()
    if not actor.is_anonymous:
        running = own_cases(request).open().filter(item__in=offer.items).select_related("applicant", "item")
        drafts = drafts_of(offer).editable_by(actor, on=today())
    context = {
        "offer": offer,
        "drafts": drafts[:5],
        "running": running.order_by("-id")[:5],
        "identity": identity_lines(offer.contents, actor=actor),
    }
    return render(request, "cases/online/start.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
def parts(request: HttpRequest, slug: str) -> HttpResponse:
    """Which parts of a package are wanted; kept in the session until a draft takes them over."""
    offer = whole_package(slug)
    if offer.package is None or offer.is_closed:
        raise Http404
    picked = picked_parts(request.session, offer.session_key)
    form = PartsForm(request.POST if request.method == "POST" else None, package=offer.package, picked=picked or [])
    if request.method == "POST" and form.is_valid():
        pick_parts(request.session, offer.session_key, form.cleaned_data["parts"])
        narrowed = picked_package(slug, request.session)
        asked = bool(narrowed and narrowed.questions)
        return redirect(offer.address("question", 1) if asked else offer.address("papers"))
    return render(request, "cases/online/start_parts.html", {"offer": offer, "form": form})


@never_cache
@require_http_methods(["GET", "POST"])
@_of_offer
def question(request: HttpRequest, offer: Offer, number: int) -> HttpResponse:
    """Situation question `number` (from 1); the answers stay in the session."""
    asked = offer.questions
    if not 1 <= number <= len(asked):
        raise Http404
    situation = asked[number - 1]
    answer = prepared(request.session, offer.session_key).get(situation.key, "")
    form = SituationForm(request.POST if request.method == "POST" else None, situation=situation, answer=answer)
    if request.method == "POST" and form.is_valid():
        prepare(request.session, offer.session_key, situation.key, form.option)
        if number < len(asked) and "check" not in request.GET:
            return redirect(offer.address("question", number + 1))
        return redirect(offer.address("papers"))
    context = {"offer": offer, "form": form, "number": number, "total": len(asked)}
    return render(request, "cases/online/start_question.html", context)


@never_cache
@require_safe
@_of_offer
def papers(request: HttpRequest, offer: Offer) -> HttpResponse:
    """The checklist that the answers lead to."""
    answers = prepared(request.session, offer.session_key)
    for number, situation in enumerate(offer.questions, start=1):
        if situation.key not in answers:
            return redirect(offer.address("question", number))
    told = {**offer.given, **answers, **derived_answers(by_mandate=False)}
    needed = [shared for shared in shared_materials(offer.contents, told) if not shared.material.situations]
    ways = [(shared, paper_way(shared.material, by_mandate=False)) for shared in needed]
    chosen = [
        {
            "question": situation.question,
            "answer": next((o.label for o in situation.options if o.key == answers[situation.key]), ""),
            "href": offer.address("question", number) + "?check",
        }
        for number, situation in enumerate(offer.questions, start=1)
    ]
    context = {
        "offer": offer,
        "chosen": chosen,
        "bring": [shared for shared, way in ways if way is PaperWay.UPLOAD],
        "fetched": [shared.material for shared, way in ways if way is PaperWay.SHARED],
        "made": [shared.material for shared, way in ways if way in (PaperWay.FORM, PaperWay.CONSENT)],
    }
    return render(request, "cases/online/start_papers.html", context)


@never_cache
@resident_required
@require_http_methods(["GET", "POST"])
@_of_offer
def whom(request: HttpRequest, offer: Offer) -> HttpResponse:
    """For myself or under a mandate; then the draft is opened, or the one begun earlier is gone on with."""
    actor = actor_of(request)
    held = [m for m in mandates_usable(actor, on=today()) if _covers(m, offer)]
    typed = request.POST if request.method == "POST" else take_pending(request)
    form = WhomForm(typed, mandates=held)
    if request.method == "POST" and form.is_valid():
        mandate = form.mandate
        applicant = mandate.principal if mandate else get_object_or_404(Resident, pk=actor.resident_id)
        told = {**prepared(request.session, offer.session_key), **derived_answers(by_mandate=mandate is not None)}
        try:
            application = begin_draft(
                offer=offer, applicant=applicant, mandate=mandate, situation=told, actor=actor, now=timezone.now()
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            forget(request.session, offer.session_key)
            return redirect("online:tasks", application.public_id)
    return render(request, "cases/online/start_whom.html", {"offer": offer, "form": form, "held": held})


def _covers(mandate: Mandate, offer: Offer) -> bool:
    return all(mandate.covers(item_key=item.key, act="submit", on=today()) for item in offer.items)
