"""Step one of an intake: who stands before the window."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from accounts.domain.register import Channel, register_resident
from accounts.domain.residents import find_residents
from accounts.models import Resident
from cases.desk.access import actor_of, clerks
from cases.desk.intake.begin import begin_intake
from cases.desk.intake.identity import note_card_seen
from cases.desk.intake.person import FindForm, WalkInForm, as_walk_in
from cases.desk.intake.pinyin import typed_words
from cases.models import Application
from catalog.models import ServiceItem
from catalog.models.items import ItemState
from catalog.packages import find_open_package, open_packages
from core.errors import Refused
from core.identifiers import id_number_problem

MOST_FOUND = 20


@require_http_methods(["GET", "POST"])
@never_cache
@clerks
def person(request: HttpRequest) -> HttpResponse:
    """Look somebody up. The number travels in the body of the request, never in an address that is logged."""
    find = FindForm(request.POST or None)
    found: list[Resident] | None = None
    if request.method == "POST" and find.is_valid():
        try:
            people = find_residents(query=find.cleaned_data["query"], actor=actor_of(request), now=timezone.now())
            found = list(people[:MOST_FOUND])
        except Refused as refused:
            find.add_error("query", refused.text)
    initial: dict[str, str] = {}
    if found == []:
        initial = as_walk_in(find.cleaned_data["query"])
        problem = id_number_problem(initial["id_number"]) if "id_number" in initial else None
        if problem:
            find.add_error("query", problem)  # a slip of the finger, more likely than a person nobody knows
    return _page(request, find=find, found=found, walk_in=WalkInForm(actor=actor_of(request), initial=initial))


@require_POST
@never_cache
@clerks
def register(request: HttpRequest) -> HttpResponse:
    form = WalkInForm(request.POST, actor=actor_of(request))
    if not form.is_valid():
        return _page(request, find=FindForm(), found=None, walk_in=form)
    given = form.cleaned_data
    try:
        resident = register_resident(
            name=given["name"],
            id_number=given["id_number"],
            phone=given["phone"],
            region=form.village(),
            address=given["address"],
            channel=Channel.WINDOW,
            actor=actor_of(request),
            now=timezone.now(),
            id_number_override=given["id_number_override"],
        )
    except Refused as refused:
        form.refuse(refused)
        return _page(request, find=FindForm(), found=None, walk_in=form)
    messages.success(request, _("%(name)s was registered.") % {"name": resident.name})
    return redirect("desk:intake_items", resident.pk)


@require_POST
@never_cache
@clerks
def check_number(request: HttpRequest) -> JsonResponse:
    """What is wrong with a number while it is typed; the same sentence as on sending."""
    problem = id_number_problem(request.POST.get("number", "")[:60], today=timezone.localdate())
    return JsonResponse({"problem": str(problem or "")})


@require_http_methods(["GET", "POST"])
@never_cache
@clerks
def items(request: HttpRequest, resident_id: int) -> HttpResponse:
    """Step two: one item or several, or a package (`?thing=`) with the parts that are wanted. Sending begins the draft."""
    actor = actor_of(request)
    residents = Resident.objects.visible_to(actor, on=timezone.localdate()).for_page()
    resident = get_object_or_404(residents, pk=resident_id)
    offered = ServiceItem.objects.filter(state=ItemState.IN_USE, current_version__isnull=False)
    offered = offered.select_related("department").order_by("department__name", "name")
    thing = request.GET.get("thing", "")
    package = find_open_package(thing) if thing else None
    if package is not None:
        offered = offered.filter(key__in=[part.key for part in package.parts])
    if request.method == "POST":
        chosen = list(offered.filter(key__in=request.POST.getlist("items")))
        try:
            note_card_seen(request, resident, now=timezone.now())
            application = begin_intake(
                resident=resident, items=chosen, package=package, actor=actor, now=timezone.now()
            )
            return redirect("desk:intake_form", application.public_id)
        except Refused as refused:
            messages.error(request, refused.text)
    parts = {part.key: part for part in package.parts} if package else {}
    order = list(parts)
    shown = sorted(offered, key=lambda item: order.index(item.key)) if parts else list(offered)
    rows = [{"item": item, "typed": typed_words(item.name), "part": parts.get(item.key)} for item in shown]
    context = {
        "resident": resident,
        "rows": rows,
        "packages": open_packages(),
        "package": package,
        "chosen": request.POST.getlist("items"),
        "header_title": _("Choose items"),
        "breadcrumbs_items": [
            {"url": reverse("desk:intake"), "label": _("Intake")},
            {"url": "", "label": _("Choose items")},
        ],
    }
    return TemplateResponse(request, "cases/desk/intake/items.html", context)


def _page(request: HttpRequest, *, find: FindForm, found: list[Resident] | None, walk_in: WalkInForm) -> HttpResponse:
    actor = actor_of(request)
    if found:  # the keyboard goes on from the first person found
        find.fields["query"].widget.attrs.pop("autofocus", None)
    begun = Application.objects.editable_by(actor, on=timezone.localdate()).filter(created_by_id=actor.user_id)
    context = {
        "find": find,
        "found": found,
        "walk_in": walk_in,
        "walk_in_open": walk_in.is_bound or found == [],
        "drafts": begun.select_related("applicant").prefetch_related("cases__item")[:10],
        "header_title": _("Intake"),
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Workbench")},
            {"url": "", "label": _("Intake")},
        ],
    }
    return TemplateResponse(request, "cases/desk/intake/person.html", context)
