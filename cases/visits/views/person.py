"""Step 1: who opens the door. Found in the register or registered now, card seen."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from accounts.actors import Actor
from accounts.domain.register import Channel, register_resident
from accounts.domain.residents import find_residents
from accounts.models import Resident
from accounts.pending import take_pending
from cases.domain.visits import identify_person
from cases.models import Visit
from cases.visits.access import with_visit
from cases.visits.forms.once import send
from cases.visits.forms.person import FindForm, RegisterForm, TakeForm
from cases.visits.views.today import villages_of_helper
from core.errors import Refused

MOST_FOUND = 5


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
@with_visit
def person(request: HttpRequest, helper: Actor, visit: Visit) -> HttpResponse:
    """Look the person up by number; the name she gave stands beside what the register says."""
    if visit.resident_id is not None and request.method == "GET":
        return redirect("door:visit", visit.public_id)
    taking = "take" in request.POST
    find = FindForm(
        request.POST if request.method == "POST" and not taking else None, initial={"query": visit.person_phone}
    )
    found: list[Resident] | None = None
    if request.method == "POST" and not taking and find.is_valid():
        found = _found(find, helper)
    take = TakeForm(request.POST if taking else None)
    if taking and take.is_valid():
        answer = send(request, take, purpose="identify", actor=helper, act=lambda: _take(request, helper, visit, take))
        if answer is not None:
            return answer
    if taking and take.errors:
        found = _chosen(take, helper)
    context = {"visit": visit, "find": find, "take": take, "found": found}
    return render(request, "cases/visits/person.html", context)


def _found(find: FindForm, helper: Actor) -> list[Resident]:
    try:
        people = find_residents(query=find.cleaned_data["query"], actor=helper, now=timezone.now())
    except Refused as refused:
        find.add_error("query", refused.text)
        return []
    return list(people[:MOST_FOUND])


def _chosen(take: TakeForm, helper: Actor) -> list[Resident]:
    """The person of a form that was not in order, to be shown once more."""
    typed = str(take.data.get("resident", ""))
    if not typed.isdecimal():
        return []
    people = Resident.objects.visible_to(helper, on=timezone.localdate()).for_page()
    return list(people.filter(pk=int(typed[:18])))


def _take(request: HttpRequest, helper: Actor, visit: Visit, take: TakeForm) -> str:
    now = timezone.now()
    people = Resident.objects.visible_to(helper, on=timezone.localdate(now))
    identify_person(visit=visit, resident=people.get(pk=take.cleaned_data["resident"]), actor=helper, now=now)
    messages.success(request, _("The person has been established."))
    return reverse("door:visit", args=[visit.public_id])


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
@with_visit
def register(request: HttpRequest, helper: Actor, visit: Visit) -> HttpResponse:
    """Somebody the county does not know yet."""
    if visit.resident_id is not None and request.method == "GET":
        return redirect("door:visit", visit.public_id)
    known = {
        "name": visit.person_name,
        "phone": visit.person_phone,
        "address": visit.address,
        "region": visit.region.code,
    }
    typed = request.POST if request.method == "POST" else take_pending(request)
    form = RegisterForm(typed, villages=villages_of_helper(helper), initial=known)
    if request.method == "POST" and form.is_valid():

        def act() -> str:
            now = timezone.now()
            resident = register_resident(**form.given, channel=Channel.DOOR, actor=helper, now=now)
            identify_person(visit=visit, resident=resident, actor=helper, now=now)
            messages.success(request, _("The person has been registered."))
            return reverse("door:visit", args=[visit.public_id])

        if answer := send(request, form, purpose="register", actor=helper, act=act):
            return answer
    return render(request, "cases/visits/register.html", {"form": form, "visit": visit})
