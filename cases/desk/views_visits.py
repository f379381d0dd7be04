"""Home visits as the window sees them: asked for by telephone, and what became of them."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin.paginator import WagtailPaginator

from cases.desk.access import actor_of, clerks
from cases.desk.intake.person import PhoneVisitForm
from cases.domain.visits import RUNNING, request_visit
from cases.models import Visit
from cases.models.visits import VisitSource
from cases.queries.visits import visits_of
from catalog.models import ServiceItem
from catalog.models.items import ItemState
from core.errors import Refused
from core.text import format_day

PER_PAGE = 30


@require_safe
@clerks
def visits(request: HttpRequest) -> HttpResponse:
    """Running visits by day, the overdue first; `all=1` shows the finished ones too."""
    found = visits_of(actor_of(request)).order_by("visit_on", "id")
    everything = request.GET.get("all") == "1"
    if not everything:
        found = found.filter(state__in=RUNNING)
    page = WagtailPaginator(found, PER_PAGE).get_page(request.GET.get("p"))
    names = dict(ServiceItem.objects.values_list("key", "name"))
    context = {
        "page": page,
        "elided_page_range": page.paginator.get_elided_page_range(page.number),
        "rows": [{"visit": visit, "item": names.get(visit.item_key, "")} for visit in page],
        "everything": everything,
        "today": timezone.localdate(),
        "header_title": _("Home visits"),
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Workbench")},
            {"url": "", "label": _("Home visits")},
        ],
    }
    return TemplateResponse(request, "cases/desk/visits.html", context)


@require_http_methods(["GET", "POST"])
@clerks
def ask(request: HttpRequest) -> HttpResponse:
    """Somebody rings up: the visit is entered and goes to the helper of the village at once."""
    offered = ServiceItem.objects.filter(state=ItemState.IN_USE).order_by("name")
    form = PhoneVisitForm(request.POST or None, actor=actor_of(request), items=list(offered.values_list("key", "name")))
    if request.method == "POST" and form.is_valid():
        region = form.village()
        if region is None:
            form.add_error("region", _("Choose your village or community."))
        else:
            given = {key: value for key, value in form.cleaned_data.items() if key != "region"}
            try:
                visit = request_visit(
                    source=VisitSource.PHONE, region=region, actor=actor_of(request), now=timezone.now(), **given
                )
            except Refused as refused:
                form.refuse(refused)
            else:
                messages.success(request, _told(visit))
                return redirect("desk:visits")
    context = {
        "form": form,
        "header_title": _("Visit asked for by telephone"),
        "breadcrumbs_items": [
            {"url": reverse("desk:visits"), "label": _("Home visits")},
            {"url": "", "label": _("Visit asked for by telephone")},
        ],
    }
    return TemplateResponse(request, "cases/desk/visit_ask.html", context)


def _told(visit: Visit) -> str:
    """What to say on the telephone: who comes and when."""
    helper = visit.helper
    if helper is None:
        return _("The visit was entered. %(point)s has no helper at the moment and will assign somebody.") % {
            "point": visit.point
        }
    return _("%(helper)s of %(point)s will come on %(day)s.") % {
        "helper": helper.display_name,
        "point": visit.point,
        "day": format_day(visit.visit_on),
    }
