"""督办 at the desk: the list, one order with what may be done with it, and a new one in the supervisor's own words."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
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
from cases.desk.paging import LimitedPaginator
from cases.desk.supervision.forms import AnswerForm, CloseForm, OrderForm, ReturnForm
from cases.desk.supervision.tables import COLUMNS, SupervisionFilterSet, state_of
from cases.domain.supervise import answer_supervision, close_supervision, order_in_own_words, return_supervision
from cases.models import Case, Supervision
from cases.queries.supervisions import SupervisionQuerySet
from cases.rules.supervising import ANSWER, CLOSE, RETURN, SupervisionContext
from core.errors import Refused
from flow.conditions import Condition, unmet

WATCHES = (Role.SUPERVISOR, Role.UNIT_HEAD)
watchers = for_roles(*WATCHES)


@method_decorator(watchers, name="dispatch")
class SupervisionListView(BaseListingView):
    page_title = _("Supervision orders")
    header_icon = "warning"
    model = Supervision
    template_name = "cases/desk/supervision/list.html"
    results_template_name = "cases/desk/supervision/list_results.html"
    columns = COLUMNS
    filterset_class = SupervisionFilterSet
    index_url_name = "desk:supervisions"
    index_results_url_name = "desk:supervisions_results"
    paginator_class = LimitedPaginator
    paginate_by = 30
    default_ordering = "due_on"
    verbose_name_plural = _("supervision orders")

    def get_base_queryset(self) -> SupervisionQuerySet:
        return Supervision.objects.visible_to(actor_of(self.request)).for_list()

    def order_queryset(self, queryset: SupervisionQuerySet) -> Any:
        return queryset.order_by(self.ordering or self.default_ordering, "id")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return {**context, "orders": actor_of(self.request).has_role(Role.SUPERVISOR)}


@dataclass(frozen=True)
class Act:
    """What a post may do with an order: form, verb, the conditions that close the form, words."""

    form: type[Form]
    verb: Callable[..., Supervision]
    conditions: tuple[Condition[SupervisionContext], ...]
    label: Any
    done: Any


ACTS = {
    "answer": Act(AnswerForm, answer_supervision, ANSWER, _("Send the answer"), _("The answer was sent.")),
    "close": Act(CloseForm, close_supervision, CLOSE, _("Close the order"), _("The order is closed.")),
    "return": Act(
        ReturnForm, return_supervision, RETURN, _("Send it back"), _("Sent back: the unit has to answer it anew.")
    ),
}


@require_http_methods(["GET", "POST"])
@watchers
def supervision(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """One order: what it asks, what was answered and sent back, and the forms of what this post may do next."""
    actor, now = actor_of(request), timezone.now()
    orders = Supervision.objects.visible_to(actor).for_list().select_related("case__unit", "answered_by", "closed_by")
    order = get_object_or_404(orders.prefetch_related("returns__answered_by"), public_id=public_id)
    offered = ("close", "return") if actor.has_role(Role.SUPERVISOR) else ("answer",)
    chosen = request.POST.get("act", offered[0])
    forms = {
        key: ACTS[key].form(request.POST if request.method == "POST" and key == chosen else None) for key in offered
    }
    if chosen in forms and forms[chosen].is_valid():
        try:
            ACTS[chosen].verb(order=order, actor=actor, now=now, **forms[chosen].cleaned_data)
        except Refused as refused:
            _refuse(forms[chosen], refused)
        else:
            messages.success(request, ACTS[chosen].done)
            return redirect("desk:supervisions")
    context = SupervisionContext(order.case, actor, now, order)
    asked = [condition for condition in ACTS[offered[0]].conditions if not condition.asked]
    shown, tone = state_of(order)
    return TemplateResponse(
        request,
        "cases/desk/supervision/order.html",
        {
            "order": order,
            "returns": order.returns.all(),
            "state": shown,
            "tone": tone,
            "acts": [(key, ACTS[key].label, form) for key, form in forms.items()],
            "why_not": unmet(asked, context),
            "readable": Case.objects.visible_to(actor, on=timezone.localdate()).filter(pk=order.case_id).exists(),
            **_head(_now("Supervision order")),
        },
    )


@require_http_methods(["GET", "POST"])
@for_roles(Role.SUPERVISOR)
def new(request: HttpRequest) -> HttpResponse:
    """An order in the supervisor's own words; `?case=` brings the number of the case along."""
    actor = actor_of(request)
    form = OrderForm(request.POST or None, actor=actor, initial={"case": request.GET.get("case", "")})
    if request.method == "POST" and form.is_valid():
        try:
            order = order_in_own_words(actor=actor, now=timezone.now(), **form.cleaned_data)
        except Refused as refused:
            _refuse(form, refused)
        else:
            messages.success(request, _now("The order was issued to %(unit)s.") % {"unit": order.unit.name})
            return redirect("desk:supervisions")
    submit = {"form": form, "submit": _now("Issue the order")}
    return TemplateResponse(request, "cases/desk/form.html", {**submit, **_head(_now("New supervision order"))})


def _head(title: str) -> dict[str, Any]:
    above = {"url": reverse("desk:supervisions"), "label": _now("Supervision orders")}
    return {"header_title": title, "breadcrumbs_items": [above, {"url": "", "label": title}]}


def _refuse(form: Form, refused: Refused) -> None:
    for problem in refused.reasons:
        form.add_error(problem.code if problem.code in form.fields else None, problem.text)
