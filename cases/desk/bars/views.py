"""Bars on applying (行政许可法 Art. 78, 79) at the desk: the list, one bar with its lifting, and a new one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods
from wagtail.admin.views.generic.base import BaseListingView

from accounts.models import Role
from cases.desk.access import actor_of, for_roles
from cases.desk.bars.forms import BarForm, LiftForm
from cases.desk.bars.tables import COLUMNS, BarFilterSet, state_of
from cases.desk.paging import RecordPaginator
from cases.domain.bars import bar_applicant, lift_bar
from cases.domain.reading import note_bar_read
from cases.models import ApplicantBar
from cases.queries.bars import BarQuerySet
from core.errors import Refused

DECIDE = (Role.APPROVER, Role.UNIT_HEAD)
READ_BARS = (*DECIDE, Role.SUPERVISOR)
readers = for_roles(*READ_BARS)


@method_decorator(readers, name="dispatch")
class BarListView(BaseListingView):
    page_title = _("Bars on applying")
    header_icon = "cross"
    model = ApplicantBar
    template_name = "cases/desk/bars/list.html"
    results_template_name = "cases/desk/bars/list_results.html"
    columns = COLUMNS
    filterset_class = BarFilterSet
    index_url_name = "desk:bars"
    index_results_url_name = "desk:bars_results"
    paginator_class = RecordPaginator
    paginate_by = 30
    default_ordering = "-until_on"
    verbose_name_plural = _("bars on applying")

    def get_base_queryset(self) -> BarQuerySet:
        return ApplicantBar.objects.visible_to(actor_of(self.request)).for_list()

    def order_queryset(self, queryset: BarQuerySet) -> Any:
        return queryset.order_by(self.ordering or self.default_ordering, "-id")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return {**context, "enters": actor_of(self.request).has_role(*DECIDE)}


@require_http_methods(["GET", "POST"])
@readers
def bar(request: HttpRequest, pk: int) -> HttpResponse:
    """One bar with its ground; who entered it may lift it. Opening it is on record, as it says what somebody did."""
    actor, now = actor_of(request), timezone.now()
    found = get_object_or_404(ApplicantBar.objects.visible_to(actor).for_list(), pk=pk)
    form = LiftForm(request.POST or None)
    lifts = actor.has_role(*DECIDE) and found.lifted_at is None
    if request.method == "POST" and form.is_valid():
        try:
            lift_bar(bar=found, actor=actor, now=now, **form.cleaned_data)
        except Refused as refused:
            _refuse(form, refused)
        else:
            messages.success(request, _now("The bar was lifted; the person was told."))
            return redirect("desk:bars")
    if request.method == "GET":
        note_bar_read(bar=found, actor=actor, now=now)
    shown, tone = state_of(found)
    context = {"bar": found, "state": shown, "tone": tone, "form": form, "lifts": lifts}
    return TemplateResponse(request, "cases/desk/bars/bar.html", {**context, **_head(_now("Bar on applying"))})


@require_http_methods(["GET", "POST"])
@for_roles(*DECIDE)
def new(request: HttpRequest) -> HttpResponse:
    """Bar the applicant of a case; `?case=` brings its number along."""
    actor = actor_of(request)
    form = BarForm(request.POST or None, actor=actor, initial={"case": request.GET.get("case", "")})
    if request.method == "POST" and form.is_valid():
        try:
            bar_applicant(actor=actor, now=timezone.now(), **form.cleaned_data)
        except Refused as refused:
            _refuse(form, refused)
        else:
            messages.success(request, _now("The bar was entered; the person was told."))
            return redirect("desk:bars")
    submit = {"form": form, "submit": _now("Enter the bar")}
    return TemplateResponse(request, "cases/desk/form.html", {**submit, **_head(_now("New bar on applying"))})


def _head(title: str) -> dict[str, Any]:
    above = {"url": reverse("desk:bars"), "label": _now("Bars on applying")}
    return {"header_title": title, "breadcrumbs_items": [above, {"url": "", "label": title}]}


def _refuse(form: Form, refused: Refused) -> None:
    for problem in refused.reasons:
        form.add_error(problem.code if problem.code in form.fields else None, problem.text)
