"""The calendar of a year, layer by layer, and the list of changes."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.admin.paginator import WagtailPaginator

from places.calendar import NATION, load_calendar
from places.follow_ups import follow_ups
from places.models import CalendarChange, CalendarDay, Region
from places.models.changes import ChangeState
from places.models.regions import RegionLevel
from places.planned_days import FIRST_YEAR, LAST_YEAR
from places.queries import county
from places.year_check import working_days_of

from .access import DECIDE, LOOK, PROPOSE, for_holders, may
from .picture import PROVINCE_DIGITS, layer_name, layer_names, specials, year_picture

PER_PAGE = 30
RECENT = 5


def layers() -> list[tuple[str, str]]:
    """Where days can be set: the nation, the province, county and towns."""
    here = county()
    province = here.code[:PROVINCE_DIGITS] if here else ""
    regions = Region.objects.filter(level__in=(RegionLevel.COUNTY, RegionLevel.TOWN)).order_by("code")
    names = [(code, f"{name}（{code}）") for code, name in regions.values_list("code", "name")]
    return [(NATION, _("The whole country")), *([(province, layer_name(province, {}))] if province else []), *names]


@require_safe
@for_holders(LOOK, PROPOSE, DECIDE)
def year(request: HttpRequest) -> HttpResponse:
    offered, here = layers(), county()
    chosen = request.GET.get("layer")
    layer = chosen if chosen in dict(offered) else here.code if here else NATION
    shown = _year(request.GET.get("year", ""))
    calendar, names = load_calendar(jurisdiction=layer), layer_names()
    picture = year_picture(calendar, shown)
    context = {
        "months": [(month, specials(calendar, month, names)) for month in picture],
        "year": shown,
        "layer": layer,
        "layers": offered,
        "years": sorted({*CalendarDay.objects.dates("day", "year").values_list("day__year", flat=True), shown}),
        "working_days": working_days_of(calendar, shown),
        "is_provisional": any(cell.is_provisional for month in picture for cell in month.cells),
        "waiting": CalendarChange.objects.filter(state=ChangeState.PROPOSED).order_by("proposed_at"),
        "recent": CalendarChange.objects.exclude(state=ChangeState.PROPOSED).order_by("-decided_at")[:RECENT],
        "may_propose": may(request, PROPOSE),
        "names": names,
        "follow_ups": follow_ups(),
        **head(_("Working-day calendar")),
    }
    return TemplateResponse(request, "places/keeping/year.html", context)


@require_safe
@for_holders(LOOK, PROPOSE, DECIDE)
def changes(request: HttpRequest) -> HttpResponse:
    """Every change, those that wait first."""
    found = CalendarChange.objects.order_by("decided_at", "-proposed_at", "-pk")
    page = WagtailPaginator(found, PER_PAGE).get_page(request.GET.get("p"))
    names = layer_names()
    context = {
        "page": page,
        "elided_page_range": page.paginator.get_elided_page_range(page.number),
        "rows": [(change, layer_name(change.jurisdiction, names)) for change in page],
        **head(_("Calendar changes"), (reverse("workcalendar:year"), _("Working-day calendar"))),
    }
    return TemplateResponse(request, "places/keeping/changes.html", context)


def head(title: str, *above: tuple[str, str]) -> dict[str, object]:
    """Title and the way here, for Wagtail's frame."""
    return {
        "header_title": title,
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Workbench")},
            *({"url": url, "label": label} for url, label in above),
            {"url": "", "label": title},
        ],
    }


def _year(text: str) -> int:
    shown = int(text) if text.isdecimal() and len(text) == 4 else 0
    return shown if FIRST_YEAR <= shown <= LAST_YEAR else timezone.localdate().year
