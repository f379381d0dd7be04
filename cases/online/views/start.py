"""Before the draft: what it takes, which situation, which papers, for whom."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from accounts.models import Resident
from accounts.pending import resident_required, take_pending
from accounts.queries import mandates_usable
from cases.domain.applications import start_application
from cases.enums import Channel
from cases.models import Application, Case
from cases.online.access import actor_of, own_cases, today
from cases.online.begin import fill_known, open_draft_of
from cases.online.forms.answers import SituationForm
from cases.online.forms.whom import WhomForm
from cases.online.preparation import forget, prepare, prepared
from cases.online.sheet import derived_answers, open_questions
from cases.rules.papers import PaperWay, paper_way
from catalog.content import ItemContent
from catalog.models import ServiceItem
from catalog.models.items import ItemState
from core.errors import Refused

CANNOT_BE_SENT_ONLINE = ("1",)  # online_depth: information only


def find_item(item_key: str) -> tuple[ServiceItem, ItemContent]:
    """A published item with the content in use now."""
    item = ServiceItem.objects.select_related("current_version").filter(key=item_key).first()
    if item is None or item.current_version is None:
        raise Http404
    return item, item.current_version.facts


def _context(item: ServiceItem, facts: ItemContent, **more: Any) -> dict[str, Any]:
    return {"item": item, "facts": facts, "questions": open_questions(facts), **more}


@never_cache
@require_safe
def start(request: HttpRequest, item_key: str) -> HttpResponse:
    """What it takes, in one page; a draft begun earlier is offered first."""
    item, facts = find_item(item_key)
    actor = actor_of(request)
    drafts, running = Application.objects.none(), Case.objects.none()
    if not actor.is_anonymous:
        running = own_cases(request).open().filter(item=item).select_related("applicant").order_by("-id")
        mine = Application.objects.editable_by(actor, on=today()).for_page()
        drafts = mine.filter(cases__item=item, channel=Channel.ONLINE)
    closed = item.state != ItemState.IN_USE
    offline = not facts.is_online or facts.online_depth in CANNOT_BE_SENT_ONLINE
    context = _context(item, facts, drafts=drafts[:5], running=running[:5], closed=closed, offline=offline)
    return render(request, "cases/online/start.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
def question(request: HttpRequest, item_key: str, number: int) -> HttpResponse:
    """Situation question `number` (from 1); the answers stay in the session."""
    item, facts = find_item(item_key)
    asked = open_questions(facts)
    if not 1 <= number <= len(asked):
        raise Http404
    situation = asked[number - 1]
    answer = prepared(request.session, item_key).get(situation.key, "")
    form = SituationForm(request.POST if request.method == "POST" else None, situation=situation, answer=answer)
    if request.method == "POST" and form.is_valid():
        prepare(request.session, item_key, situation.key, form.option)
        if number < len(asked) and "check" not in request.GET:
            return redirect("online:start_question", item_key, number + 1)
        return redirect("online:start_papers", item_key)
    context = _context(item, facts, form=form, number=number, total=len(asked))
    return render(request, "cases/online/start_question.html", context)


@never_cache
@require_safe
def papers(request: HttpRequest, item_key: str) -> HttpResponse:
    """The checklist that the answers lead to."""
    item, facts = find_item(item_key)
    answers = prepared(request.session, item_key)
    for number, situation in enumerate(open_questions(facts), start=1):
        if situation.key not in answers:
            return redirect("online:start_question", item_key, number)
    needed = facts.materials_for({**answers, **derived_answers(facts, by_mandate=False)})
    ways = [(material, paper_way(material, by_mandate=False)) for material in needed]
    chosen = [
        (number, situation, next((o.label for o in situation.options if o.key == answers[situation.key]), ""))
        for number, situation in enumerate(open_questions(facts), start=1)
    ]
    context = _context(
        item,
        facts,
        chosen=chosen,
        bring=[m for m, way in ways if way is PaperWay.UPLOAD],
        fetched=[m for m, way in ways if way is PaperWay.SHARED],
        made=[m for m, way in ways if way in (PaperWay.FORM, PaperWay.CONSENT)],
    )
    return render(request, "cases/online/start_papers.html", context)


@never_cache
@resident_required
@require_http_methods(["GET", "POST"])
def whom(request: HttpRequest, item_key: str) -> HttpResponse:
    """For myself or under a mandate; then the draft is opened, or the one begun earlier is gone on with."""
    item, facts = find_item(item_key)
    actor = actor_of(request)
    held = [m for m in mandates_usable(actor, on=today()) if m.covers(item_key=item_key, act="submit", on=today())]
    typed = request.POST if request.method == "POST" else take_pending(request)
    form = WhomForm(typed, mandates=held)
    if request.method == "POST" and form.is_valid():
        mandate = form.mandate
        applicant = mandate.principal if mandate else get_object_or_404(Resident, pk=actor.resident_id)
        answers = {**prepared(request.session, item_key), **derived_answers(facts, by_mandate=mandate is not None)}
        try:
            application = open_draft_of(applicant=applicant, mandate=mandate, item=item)
            if application is None:
                application = start_application(
                    applicant=applicant,
                    mandate=mandate,
                    items=[item],
                    channel=Channel.ONLINE,
                    actor=actor,
                    now=timezone.now(),
                )
            fill_known(application=application, item=item, situation=answers, now=timezone.now())
        except Refused as refused:
            form.refuse(refused)
        else:
            forget(request.session, item_key)
            return redirect("online:tasks", application.public_id)
    return render(request, "cases/online/start_whom.html", _context(item, facts, form=form, held=held))
