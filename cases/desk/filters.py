"""The filters of the case list."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet

from cases.desk.access import actor_of
from cases.desk.queues import BY_KEY, QUEUES, narrowed
from cases.enums import Channel, Light, Status
from cases.models import Case
from catalog.models import ServiceItem
from places.models import Unit
from places.models.units import UnitKind
from places.queries.regions import towns


class CaseFilterSet(WagtailFilterSet):
    queue = django_filters.ChoiceFilter(
        label=_("queue"), choices=[(queue.key, queue.label) for queue in QUEUES], method="in_queue"
    )
    status = django_filters.MultipleChoiceFilter(
        label=_("status"), choices=[choice for choice in Status.choices if choice[0] != Status.DRAFT]
    )
    light = django_filters.ChoiceFilter(label=_("light"), choices=[c for c in Light.choices if c[0]])
    item = django_filters.ModelChoiceFilter(label=_("service item"), queryset=ServiceItem.objects.order_by("name"))
    unit = django_filters.ModelChoiceFilter(
        label=_("competent unit"), queryset=Unit.objects.exclude(kind=UnitKind.VILLAGE).order_by("kind", "name")
    )
    town = django_filters.ModelChoiceFilter(label=_("town"), queryset=towns(), field_name="region__parent")
    channel = django_filters.ChoiceFilter(label=_("channel"), choices=Channel.choices)
    received_at = django_filters.DateFromToRangeFilter(label=_("received"), widget=DateRangePickerWidget)

    class Meta:
        model = Case
        fields: list[str] = []

    def in_queue(self, cases: QuerySet[Case], name: str, value: str) -> Any:
        return narrowed(BY_KEY[value], cases, actor_of(self.request), timezone.localdate())  # type: ignore[arg-type]  # a filter has its request here
