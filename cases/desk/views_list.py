"""The case list: filters, order, pages, and the export of masked rows as an audited act."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

from django.db.models import F
from django.http import HttpResponse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.views.mixins import SpreadsheetExportMixin

from cases.desk.access import actor_of, case_staff
from cases.desk.filters import CaseFilterSet
from cases.desk.lights import light_of
from cases.desk.paging import COUNT_TO, LimitedPaginator
from cases.desk.tables import COLUMNS, holder
from cases.domain.reading import note_export
from cases.dues import due_text
from cases.models import Case
from cases.queries.cases import NOT_IN_ROWS, CaseQuerySet
from core.text import format_day

HEADINGS = {
    "number": _("Case number"),
    "item": _("Service item"),
    "holder": _("Applicant"),
    "region": _("Village or community"),
    "unit": _("Competent unit"),
    "channel": _("channel"),
    "received": _("Received on"),
    "status": _("Status"),
    "due": _("Due"),
    "light": _("light"),
}


@method_decorator(case_staff, name="dispatch")
class CaseListView(SpreadsheetExportMixin, BaseListingView):
    page_title = _("Cases")
    header_icon = "clipboard-list"
    model = Case
    template_name = "cases/desk/list.html"
    results_template_name = "cases/desk/list_results.html"
    columns = COLUMNS
    filterset_class = CaseFilterSet
    index_url_name = "desk:cases"
    index_results_url_name = "desk:cases_results"
    paginator_class = LimitedPaginator
    paginate_by = 30
    is_searchable = True
    search_backend_name = None
    default_ordering = "due_on"
    verbose_name_plural = _("cases")
    list_export = list(HEADINGS)
    export_headings = HEADINGS
    export_filename = "cases"

    def get_base_queryset(self) -> CaseQuerySet:
        self.today = timezone.localdate()
        cases = Case.objects.listed_for(actor_of(self.request))
        return cases.for_list().defer(*NOT_IN_ROWS)

    def order_queryset(self, queryset: CaseQuerySet) -> Any:
        wanted = self.ordering or self.default_ordering
        field = F(wanted.removeprefix("-"))
        first = field.desc(nulls_last=True) if wanted.startswith("-") else field.asc(nulls_last=True)
        return queryset.order_by(first, "id")

    def search_queryset(self, queryset: CaseQuerySet) -> Any:
        """Whole or begun case number, or the beginning of a name; full text is the search room's."""
        words = (self.search_query or "").strip()
        if not words:
            return queryset
        if words[0].isdigit():
            return queryset.filter(number__startswith=words[:16])
        return queryset.filter(applicant__name__startswith=words[:50])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return {**context, "today": self.today}

    def render_to_response(self, context: dict[str, Any], **response_kwargs: Any) -> HttpResponse:
        if not self.is_export:
            response: HttpResponse = super().render_to_response(context, **response_kwargs)
            return response
        rows = list(self.object_list[:COUNT_TO])
        note_export(
            count=len(rows),
            filters=self.request.GET.urlencode(),
            actor=actor_of(self.request),
            now=timezone.now(),
        )
        sheet: HttpResponse = self.as_spreadsheet(rows, self.request.GET["export"])
        return sheet

    def stream_csv(self, queryset: Any) -> Any:
        """With the mark by which spreadsheets know that the Chinese is UTF-8."""
        yield "\ufeff"
        yield from super().stream_csv(queryset)

    def to_row_dict(self, item: Case) -> OrderedDict[str, Any]:
        light = light_of(item, self.today)
        return OrderedDict(
            number=item.number,
            item=item.version.name,
            holder=holder(item),
            region=item.region.full_name,
            unit=item.unit.name,
            channel=str(item.get_channel_display()),
            received=format_day(item.received_at),
            status=str(item.get_status_display()),
            due=due_text(item.due),
            light=str(light.label) if light else "",
        )
