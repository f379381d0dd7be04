"""The helper's first page, and the visits she enters herself."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.actors import Actor
from accounts.pending import take_pending
from cases.domain.visits import RUNNING, request_visit, take_visit
from cases.models.visits import VisitSource
from cases.queries.visits import assigned_to, untaken_at
from cases.visits.access import helpers
from cases.visits.cards import card_of, facts_of, sort_visits
from cases.visits.forms.asking import AskForm
from cases.visits.forms.once import send
from core.errors import Refused
from places.models import Region
from places.models.regions import RegionLevel

MOST_DONE = 10


@helpers
@require_safe
def today(request: HttpRequest, helper: Actor) -> HttpResponse:
    """Results to bring, today's visits, what lies at the office, later days, unassigned ones, and the last done."""
    on = timezone.localdate()
    mine = assigned_to(helper)
    running = mine.filter(state__in=RUNNING).order_by("visit_on", "id").prefetch_related("application__cases")
    done = list(mine.exclude(state__in=RUNNING).order_by("-updated_at", "-id")[:MOST_DONE])
    untaken = list(untaken_at(helper).order_by("created_at", "id")[:MOST_DONE])
    facts = facts_of(visit.item_key for visit in [*done, *untaken])
    context = {
        "day": sort_visits(running, on=on),
        "untaken": [card_of(visit, facts.get(visit.item_key), on=on) for visit in untaken],
        "done": [card_of(visit, facts.get(visit.item_key), on=on) for visit in done],
        "on": on,
        "helper": helper,
    }
    return render(request, "cases/visits/today.html", context)


@helpers
@require_http_methods(["GET", "POST"])
def enter(request: HttpRequest, helper: Actor) -> HttpResponse:
    """Somebody spoke to the helper herself."""
    typed = request.POST if request.method == "POST" else take_pending(request)
    villages = villages_of_helper(helper)
    only = villages.first() if villages.count() == 1 else None
    form = AskForm(typed, villages=villages, initial={"region": only.code if only else None})
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            visit = request_visit(source=VisitSource.HELPER, actor=helper, now=timezone.now(), **form.given)
            messages.success(request, _("The visit has been entered."))
            mine = visit.helper_id == helper.user_id
            return reverse("door:visit", args=[visit.public_id]) if mine else reverse("door:index")

        if answer := send(request, form, purpose="enter", actor=helper, act=act):
            return answer
    return render(request, "cases/visits/enter.html", {"form": form})


@helpers
@require_POST
def take(request: HttpRequest, helper: Actor, public_id: UUID) -> HttpResponse:
    """Take over a visit of the own station that nobody has yet."""
    visit = untaken_at(helper).filter(public_id=public_id).first()
    if visit is None:
        if assigned_to(helper).filter(public_id=public_id).exists():  # sent twice
            return redirect("door:visit", public_id)
        raise Http404
    try:
        take_visit(visit=visit, actor=helper, now=timezone.now())
    except Refused as refused:
        messages.warning(request, refused.text)
        return redirect("door:index")
    return redirect("door:visit", public_id)


@require_safe
@helpers
def of_application(request: HttpRequest, helper: Actor, application_id: UUID) -> HttpResponse:
    """From a page of the application back to its visit."""
    visit = assigned_to(helper).filter(application__public_id=application_id).first()
    return redirect("door:visit", visit.public_id) if visit else redirect("door:index")


def villages_of_helper(helper: Actor) -> QuerySet[Region]:
    """The village of the post, or those of its town."""
    area = helper.post.region_code if helper.post else ""
    villages = Region.objects.filter(level=RegionLevel.VILLAGE).select_related("parent").order_by("code")
    return villages.filter(code=area) | villages.filter(parent__code=area)
