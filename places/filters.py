"""Filters of the back-office lists of places."""

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet

from .models import CalendarDay, Region, ServicePoint, Unit, Window
from .models.calendar import DayKind
from .models.points import PointKind
from .models.regions import RegionLevel
from .models.units import UnitKind
from .queries import towns


class RegionFilterSet(WagtailFilterSet):
    level = django_filters.ChoiceFilter(label=_("level"), choices=RegionLevel.choices)
    parent = django_filters.ModelChoiceFilter(label=_("town"), queryset=towns())

    class Meta:
        model = Region
        fields = ["level", "parent"]


class UnitFilterSet(WagtailFilterSet):
    kind = django_filters.ChoiceFilter(label=_("kind"), choices=UnitKind.choices)
    town = django_filters.ModelChoiceFilter(label=_("town"), queryset=towns(), field_name="region__parent")

    class Meta:
        model = Unit
        fields = ["kind", "town"]


class ServicePointFilterSet(WagtailFilterSet):
    kind = django_filters.ChoiceFilter(label=_("kind"), choices=PointKind.choices)
    town = django_filters.ModelChoiceFilter(label=_("town"), queryset=towns(), field_name="region__parent")

    class Meta:
        model = ServicePoint
        fields = ["kind", "town", "is_open"]


class WindowFilterSet(WagtailFilterSet):
    point = django_filters.ModelChoiceFilter(
        label=_("service point"), queryset=ServicePoint.objects.exclude(kind=PointKind.VILLAGE_STATION)
    )

    class Meta:
        model = Window
        fields = ["point", "is_comprehensive"]


class CalendarDayFilterSet(WagtailFilterSet):
    day = django_filters.DateFromToRangeFilter(label=_("day"), widget=DateRangePickerWidget)
    kind = django_filters.ChoiceFilter(label=_("kind"), choices=DayKind.choices)

    class Meta:
        model = CalendarDay
        fields = ["day", "kind", "is_workday", "is_provisional"]
