"""Columns and filters of the list of bars on applying. Names and identity numbers are masked here as everywhere."""

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

from cases.desk.tables import DayColumn, LabelledColumn, StateColumn
from cases.models import ApplicantBar
from catalog.models import ServiceItem
from core.masking import mask_id_number, mask_name

STATES = [("in_force", _("Bar in force")), ("ended", _("Ended or lifted"))]


def state_of(bar: ApplicantBar) -> tuple[str, str]:
    """The word and the tone of where a bar stands."""
    if bar.lifted_at is not None:
        return _now("Lifted"), ""
    if bar.until_on < timezone.localdate():
        return _now("Ended"), ""
    return _now("Bar in force"), "red"


COLUMNS = [
    TitleColumn(
        "person",
        label=_("person"),
        accessor=lambda bar: mask_name(bar.resident.name),
        get_url=lambda bar: reverse("desk:bar", args=[bar.pk]),
        link_attrs={"data-desk-row": ""},
    ),
    LabelledColumn("id_number", label=_("Identity number"), accessor=lambda b: mask_id_number(b.resident.id_number)),
    LabelledColumn("item", label=_("Service item"), accessor="item.name"),
    LabelledColumn("basis", label=_("legal basis"), accessor="basis"),
    DayColumn("from_on", label=_("from")),
    DayColumn("until_on", label=_("until"), sort_key="until_on"),
    StateColumn("state", told=state_of, label=_("Status")),
]


class BarFilterSet(WagtailFilterSet):
    state = django_filters.ChoiceFilter(label=_("Status"), choices=STATES, method="in_state")
    item = django_filters.ModelChoiceFilter(label=_("service item"), queryset=ServiceItem.objects.order_by("name"))

    class Meta:
        model = ApplicantBar
        fields: list[str] = []

    def in_state(self, bars: QuerySet[ApplicantBar], name: str, value: str) -> Any:
        return getattr(bars, value)(on=timezone.localdate())
