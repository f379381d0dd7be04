"""The back-office pages of places, as one menu group."""

from __future__ import annotations

from typing import Any

from django.forms import ModelForm
from django.urls import URLPattern
from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from . import filters, forms, models, views
from .keeping.viewset import CalendarViewSet
from .tables import JurisdictionColumn, YesNoColumn


class PlaceViewSet(ModelViewSet):
    """Rows that much else points to: they can be changed and closed, but not copied and not deleted."""

    copy_view_enabled = False
    add_to_reference_index = False
    list_per_page = 30
    edit_form: type[ModelForm[Any]]

    def get_form_class(self, for_update: bool = False) -> type[ModelForm[Any]]:
        return self.edit_form

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        common: dict[str, Any] = super().get_common_view_kwargs(**kwargs)
        return {**common, "delete_url_name": None, "usage_url_name": None}

    def get_urlpatterns(self) -> list[URLPattern]:
        return [pattern for pattern in super().get_urlpatterns() if pattern.name not in ("delete", "usage")]


class RegionViewSet(PlaceViewSet):
    model = models.Region
    icon = "site"
    menu_label = _("Regions")
    menu_order = 10
    index_view_class = views.RegionIndexView
    edit_form = forms.RegionForm
    list_display = ["name", "code", "level", "parent"]
    filterset_class = filters.RegionFilterSet
    search_fields = ["name", "code"]
    ordering = ["code"]


class UnitViewSet(PlaceViewSet):
    model = models.Unit
    icon = "group"
    menu_label = _("Units")
    menu_order = 20
    index_view_class = views.UnitIndexView
    edit_form = forms.UnitForm
    list_display = ["name", "short_name", "kind", "region", "parent", "phone"]
    list_export = ["name", "short_name", "kind", "region", "parent", "credit_code", "phone", "address"]
    filterset_class = filters.UnitFilterSet
    search_fields = ["name", "short_name", "credit_code"]
    ordering = ["kind", "name"]


class ServicePointViewSet(PlaceViewSet):
    model = models.ServicePoint
    icon = "home"
    menu_label = _("Service points")
    menu_order = 30
    index_view_class = views.ServicePointIndexView
    edit_view_class = views.ServicePointEditView
    edit_form = forms.ServicePointForm
    list_display = ["name", "kind", "region", "phone", YesNoColumn("is_open", label=_("in service"))]
    list_export = ["name", "kind", "unit", "region", "address", "hours", "phone", "latitude", "longitude", "is_open"]
    filterset_class = filters.ServicePointFilterSet
    search_fields = ["name", "address", "phone"]
    ordering = ["kind", "region__code", "name"]


class WindowViewSet(PlaceViewSet):
    model = models.Window
    icon = "table"
    menu_label = _("Windows")
    menu_order = 40
    index_view_class = views.WindowIndexView
    edit_form = forms.WindowForm
    list_display = ["__str__", "point", YesNoColumn("is_comprehensive", label=_("comprehensive window"))]
    filterset_class = filters.WindowFilterSet
    search_fields = ["name", "number", "point__name"]
    ordering = ["point__kind", "point__region__code", "number"]


class CalendarDayViewSet(PlaceViewSet):
    """To look at, filter and export: days change by two persons (`places.keeping`)."""

    model = models.CalendarDay
    icon = "date"
    menu_label = _("Calendar days")
    menu_order = 60
    index_view_class = views.CalendarDayIndexView
    edit_form = forms.CalendarDayForm
    list_display = [
        "day",
        JurisdictionColumn("jurisdiction", label=_("jurisdiction"), sort_key="jurisdiction"),
        "kind",
        "name",
        YesNoColumn("is_workday", label=_("working day"), sort_key="is_workday"),
        YesNoColumn("is_provisional", label=_("provisional"), sort_key="is_provisional"),
    ]
    list_export = ["day", "jurisdiction", "kind", "name", "is_workday", "is_provisional", "source"]
    filterset_class = filters.CalendarDayFilterSet
    search_fields = ["name", "source"]
    ordering = ["day", "jurisdiction"]

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        common = super().get_common_view_kwargs(**kwargs)
        return {**common, "add_url_name": None, "edit_url_name": None}

    def get_urlpatterns(self) -> list[URLPattern]:
        kept = ("index", "index_results")
        return [pattern for pattern in super().get_urlpatterns() if pattern.name in kept]


class PlacesGroup(ModelViewSetGroup):
    menu_label = _("Units and calendar")
    menu_icon = "site"
    menu_order = 700
    items = (RegionViewSet, UnitViewSet, ServicePointViewSet, WindowViewSet, CalendarViewSet, CalendarDayViewSet)
