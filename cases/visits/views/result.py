"""Step 5: the paper to print, and the hand-over against a signature."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.actors import Actor
from cases.domain.documents import render_document
from cases.domain.door import TO_HAND_OVER, hand_over_results
from cases.enums import PaperState
from cases.models import Case, Visit
from cases.online.views.receive import result_of
from cases.visits.access import with_mandate
from cases.visits.forms.once import send
from cases.visits.forms.result import HandOverForm
from core.downloads import show
from core.errors import Refused


@require_http_methods(["GET", "POST"])
@with_mandate
def hand_over(request: HttpRequest, helper: Actor, visit: Visit) -> HttpResponse:
    """What is handed over, to whom, signed for on the glass or on the photographed receipt."""
    cases = _decided(visit, helper)
    if request.method == "GET" and not cases:
        return redirect("door:visit", visit.public_id)
    name = visit.resident.name if visit.resident else visit.person_name
    form = HandOverForm(request.POST or None, request.FILES or None, initial={"receiver": name})
    if request.method == "POST" and form.is_valid():
        answer = send(
            request, form, purpose="hand_over", actor=helper, act=lambda: _deliver(request, helper, visit, form)
        )
        if answer is not None:
            return answer
    return render(request, "cases/visits/hand_over.html", {"form": form, "visit": visit, "cases": cases})


def _deliver(request: HttpRequest, helper: Actor, visit: Visit, form: HandOverForm) -> str:
    now = timezone.now()
    hand_over_results(
        visit=visit,
        receiver=form.cleaned_data["receiver"],
        signature=form.store_proof(actor=helper, now=now),
        actor=helper,
        now=now,
    )
    messages.success(request, _("Handed over and signed for. The receipt is being made."))
    return reverse("door:visit", args=[visit.public_id])


def _decided(visit: Visit, helper: Actor) -> list[Case]:
    mine = Case.objects.own_of(helper, on=timezone.localdate()).for_list()
    return list(mine.filter(application=visit.application_id, status__in=TO_HAND_OVER).order_by("id"))


@require_safe
@with_mandate
def paper(request: HttpRequest, helper: Actor, visit: Visit, case_id: UUID) -> HttpResponseBase:
    """The result to print and take along. Opening it delivers nothing: that is done at the door."""
    case = next((case for case in _decided(visit, helper) if case.public_id == case_id), None)
    document = result_of(case) if case else None
    covered = bool(visit.mandate and "collect" in visit.mandate.acts)
    if case is None or document is None or not covered:
        raise Http404
    made = render_document(document=document, now=timezone.now())
    if made.state != PaperState.MADE or made.file is None:
        messages.warning(request, _("The paper is still being made. Try again in a minute."))
        return redirect("door:visit", visit.public_id)
    try:
        return show(made.file, name=f"{made.title}.pdf")
    except Refused as refused:
        messages.warning(request, refused.text)
        return redirect("door:visit", visit.public_id)
