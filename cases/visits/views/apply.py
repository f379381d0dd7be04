"""Steps 3 and 4: the application in the person's name, over the pages of applying online, read back and submitted."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.actors import Actor
from accounts.pending import take_pending
from cases.domain.door import begin_application, in_force, submit_read_back
from cases.models import Application, Visit
from cases.online.begin import fill_known
from cases.online.renewing import was_renewed
from cases.online.sheet import Sheet, derived_answers
from cases.online.views.submit import answer_groups
from cases.queries.visits import assigned_to
from cases.rules.papers import PaperWay
from cases.rules.submission import needs_guardian
from cases.visits.access import helpers, with_mandate
from cases.visits.forms.once import send
from cases.visits.forms.result import ItemsForm, ReadBackForm
from catalog.models import ServiceItem
from catalog.models.items import ItemState
from catalog.packages import FEWEST_PARTS, Package, open_packages

THING = "thing:"  # before the key of a package among the choices


@require_http_methods(["GET", "POST"])
@with_mandate
def begin(request: HttpRequest, helper: Actor, visit: Visit) -> HttpResponse:
    """Choose among the items of the mandate; the draft then opens at its first question."""
    if visit.application is not None and request.method == "GET":
        return redirect("door:visit", visit.public_id)
    items = _covered(visit)
    typed = request.POST if request.method == "POST" else take_pending(request)
    packages = _packages(items)
    offered = [(item.key, item.name) for item in items.values()]
    offered += [(f"{THING}{key}", package.one_thing.name) for key, package in packages.items()]
    wished = [visit.item_key] if visit.item_key in items else list(items)[:1]
    form = ItemsForm(typed, offered=offered, initial={"items": wished})
    if request.method == "POST" and form.is_valid():
        keys = form.cleaned_data["items"]
        package = next((one for key, one in packages.items() if f"{THING}{key}" in keys), None)
        parts = [part.key for part in package.parts] if package else []
        chosen = [item for key, item in items.items() if key in (*keys, *parts)]
        answer = send(request, form, purpose="begin", actor=helper, act=lambda: _begin(helper, visit, chosen, package))
        if answer is not None:
            return answer
    return render(request, "cases/visits/begin.html", {"form": form, "visit": visit})


def _covered(visit: Visit) -> dict[str, ServiceItem]:
    keys = visit.mandate.item_keys if visit.mandate else []
    in_use = ServiceItem.objects.filter(key__in=keys, state=ItemState.IN_USE).exclude(current_version=None)
    return {item.key: item for item in in_use.select_related("current_version").order_by("name")}


def _packages(items: dict[str, ServiceItem]) -> dict[str, Package]:
    """Those of which the mandate covers what always belongs to them, and more than one item in all."""
    found = {}
    for package in open_packages():
        covered = [part for part in package.parts if part.key in items]
        if len(covered) >= FEWEST_PARTS and all(part in covered for part in package.parts if part.required):
            found[package.one_thing.key] = package
    return found


def _begin(helper: Actor, visit: Visit, chosen: list[ServiceItem], package: Package | None) -> str:
    now = timezone.now()
    one_thing = package.one_thing if package else None
    application = begin_application(visit=visit, items=chosen, one_thing=one_thing, actor=helper, now=now)
    fill_known(application=application, situation=derived_answers(by_mandate=True), now=now)
    return reverse("online:tasks", args=[application.public_id])


@helpers
@require_http_methods(["GET", "POST"])
def read_back(request: HttpRequest, helper: Actor, application_id: UUID) -> HttpResponse:
    """Every answer in one page to be read out; then the declaration and the one button that submits."""
    visits = assigned_to(helper).select_related("mandate__agent", "mandate__principal")
    visit = visits.filter(application__public_id=application_id).first()
    if visit is None or visit.application is None or not in_force(visit.mandate, on=timezone.localdate()):
        raise Http404
    application = visit.application
    if application.submitted_at is not None:
        return redirect("online:done", application.public_id)
    sheet = Sheet(application)
    consents = [line.material for line in sheet.ways(PaperWay.CONSENT)]
    typed = request.POST if request.method == "POST" else take_pending(request)
    for_child = needs_guardian(application.applicant, on=timezone.localdate())
    form = ReadBackForm(typed, consents=consents, for_child=for_child)
    if request.method == "POST" and was_renewed(request, application):
        return redirect("online:tasks", application.public_id)
    if request.method == "POST" and form.is_valid():
        answer = send(
            request,
            form,
            purpose="submit",
            actor=helper,
            act=lambda: _submit(request, helper, visit, application, form),
        )
        if answer is not None:
            return answer
    context: dict[str, Any] = {
        "visit": visit,
        "application": application,
        "form": form,
        "groups": answer_groups(sheet),
        "cases": sheet.cases,
        "unanswered": sheet.unanswered(sheet.fields),
        "missing": sheet.missing_papers,
        "made": sheet.ways(PaperWay.FORM),
    }
    return render(request, "cases/visits/read_back.html", context)


def _submit(request: HttpRequest, helper: Actor, visit: Visit, application: Application, form: ReadBackForm) -> str:
    submit_read_back(
        visit=visit,
        application=application,
        consents_asked=form.consents,
        consents_given=form.given,
        guardian=form.guardian,
        actor=helper,
        now=timezone.now(),
    )
    messages.success(request, _("The application has been submitted. The applicant is told by a message."))
    return reverse("online:done", args=[application.public_id])
