"""One visit: its page with the five steps, moving it, stopping it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.actors import Actor
from accounts.pending import take_pending
from cases.domain.door import TO_HAND_OVER, in_force
from cases.domain.visits import RUNNING, move_visit
from cases.models import Case, Visit
from cases.online.standing import standing_of
from cases.visits.access import with_visit
from cases.visits.cards import card_of, facts_of
from cases.visits.forms.asking import MoveForm
from cases.visits.forms.once import send
from cases.visits.steps import steps_of
from cases.visits.views.asking import stop_page
from places.calendar import county_calendar


@require_safe
@with_visit
def visit(request: HttpRequest, helper: Actor, visit: Visit) -> HttpResponse:
    """Home base of a visit. A mandate that has ended closes application and cases at once, and the page says so."""
    on = timezone.localdate()
    mandated = in_force(visit.mandate, on=on)
    cases = list(
        Case.objects.own_of(helper, on=on).for_following().filter(application=visit.application_id).order_by("id")
    )
    steps, calendar = steps_of(visit, cases, mandated=mandated), county_calendar()
    context = {
        "visit": visit,
        "card": card_of(visit, facts_of([visit.item_key]).get(visit.item_key), on=on),
        "steps": steps,
        "done": sum(step.tone == "done" for step in steps),
        "ended": visit.mandate is not None and not mandated,
        "running": visit.state in RUNNING,
        "cases": [
            {
                "case": case,
                "standing": standing_of(case, on=on, calendar=calendar),
                "ready": case.status in TO_HAND_OVER,
            }
            for case in cases
            if visit.application_id
        ],
    }
    return render(request, "cases/visits/visit.html", context)


@require_http_methods(["GET", "POST"])
@with_visit
def move(request: HttpRequest, helper: Actor, visit: Visit) -> HttpResponse:
    typed = request.POST if request.method == "POST" else take_pending(request)
    form = MoveForm(typed, initial={"visit_on": visit.visit_on})
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            move_visit(visit=visit, visit_on=form.cleaned_data["visit_on"], actor=helper, now=timezone.now())
            messages.success(request, _("The visit has been moved. Who asked for it is told."))
            return reverse("door:visit", args=[visit.public_id])

        if answer := send(request, form, purpose="move", actor=helper, act=act):
            return answer
    return render(request, "cases/visits/move.html", {"form": form, "visit": visit})


@require_http_methods(["GET", "POST"])
@with_visit
def stop(request: HttpRequest, helper: Actor, visit: Visit) -> HttpResponse:
    return stop_page(request, visit, actor=helper, back=reverse("door:visit", args=[visit.public_id]))
