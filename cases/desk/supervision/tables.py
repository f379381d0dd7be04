"""Columns and filters of the list of supervision orders."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import TitleColumn

from cases.desk.tables import DayColumn, LabelledColumn, LastDayColumn, StateColumn, holder
from cases.models import Supervision, SupervisionRule
from places.models import Unit
from places.models.units import UnitKind

OPEN, UNANSWERED, TO_CLOSE, CLOSED = "open", "unanswered", "to_close", "closed"
STATES = [
    (OPEN, _("Order open")),
    (UNANSWERED, _("Waits for the answer")),
    (TO_CLOSE, _("Answered")),
    (CLOSED, _("Closed")),
]


def state_of(order: Supervision) -> tuple[str, str]:
    """The word and the tone of where an order stands."""
    if order.closed_at is not None:
        return _now("Closed"), "jade"
    if order.answered_at is not None:
        return _now("Answered"), "blue"
    if order.due_on < timezone.localdate():
        return _now("Answer overdue"), "red"
    if order.times_returned:
        return _now("Sent back, to be answered anew"), "amber"
    return _now("Waits for the answer"), "amber"


COLUMNS = [
    TitleColumn(
        "case",
        label=_("Case number"),
        accessor="case.number",
        get_url=lambda order: reverse("desk:supervision", args=[order.public_id]),
        link_attrs={"data-desk-row": ""},
    ),
    LabelledColumn("rule", label=_("rule"), accessor="get_rule_display"),
    LabelledColumn("unit", label=_("unit"), accessor="unit.name"),
    LabelledColumn("item", label=_("Service item"), accessor="case.version.name"),
    LabelledColumn("holder", label=_("Applicant"), accessor=lambda order: holder(order.case)),
    DayColumn("created_at", label=_("issued at")),
    LastDayColumn("due_on", label=_("to be answered by"), sort_key="due_on"),
    StateColumn("state", told=state_of, label=_("Status")),
]


class SupervisionFilterSet(WagtailFilterSet):
    state = django_filters.ChoiceFilter(label=_("Status"), choices=STATES, method="in_state")
    rule = django_filters.ChoiceFilter(label=_("rule"), choices=SupervisionRule.choices)
    unit = django_filters.ModelChoiceFilter(
        label=_("unit"), queryset=Unit.objects.exclude(kind=UnitKind.VILLAGE).order_by("kind", "name")
    )

    class Meta:
        model = Supervision
        fields: list[str] = []

    def in_state(self, orders: QuerySet[Supervision], name: str, value: str) -> Any:
        return getattr(orders, value)()
