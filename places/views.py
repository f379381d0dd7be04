"""Back-office views of places: lists in a constant number of queries; saving goes through the verbs."""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.admin.views import generic

from .domain.open_point import close_point, open_point
from .models import CalendarDay, ServicePoint
from .tables import DayColumn


class JoinedIndexView(generic.IndexView):
    """A list that fetches the relations its columns show together with its rows."""

    joined: tuple[str, ...] = ()

    def get_base_queryset(self) -> QuerySet[Any]:
        queryset: QuerySet[Any] = super().get_base_queryset()
        return queryset.select_related(*self.joined)


class RegionIndexView(JoinedIndexView):
    joined = ("parent",)


class UnitIndexView(JoinedIndexView):
    joined = ("region", "parent")


class ServicePointIndexView(JoinedIndexView):
    joined = ("unit", "region")


class WindowIndexView(JoinedIndexView):
    joined = ("point",)


class CalendarDayIndexView(generic.IndexView):
    """Begins with today: past days are seldom asked for. Any filter or search reaches the whole calendar."""

    narrowing = ("q", "day_from", "day_to", "kind", "is_workday", "is_provisional")

    def get_base_queryset(self) -> QuerySet[CalendarDay]:
        days: QuerySet[CalendarDay] = super().get_base_queryset()
        if any(self.request.GET.get(name) for name in self.narrowing):
            return days
        return days.filter(day__gte=timezone.localdate())

    def _get_title_column(self, field_name: str, **kwargs: Any) -> Any:
        return super()._get_title_column(field_name, column_class=DayColumn, **kwargs)


class ServicePointEditView(generic.EditView):
    """Whether the point is in service moves by its own verbs; the rest of the form is saved as it is."""

    def save_instance(self) -> ServicePoint:
        point: ServicePoint = self.form.instance
        set_open = open_point if point.is_open else close_point
        with transaction.atomic():
            point.is_open = self.form.initial["is_open"]
            super().save_instance()
            return set_open(point=point, actor=self.request.actor, now=timezone.now())
