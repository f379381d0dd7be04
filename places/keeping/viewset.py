"""The pages of the calendar under one entry of the menu."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, re_path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from . import views_change, views_year
from .access import DECIDE, LOOK, PROPOSE, may


class CalendarMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return may(request, LOOK, PROPOSE, DECIDE)


class CalendarViewSet(ViewSet):
    name = "workcalendar"
    icon = "date"
    menu_label = _("Working-day calendar")
    menu_order = 50
    menu_item_class: Any = CalendarMenuItem

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", views_year.year, name="year"),
            path("propose/", views_change.propose, name="propose"),
            path("propose/store/", views_change.store, name="store"),
            path("changes/", views_year.changes, name="changes"),
            path("changes/<int:pk>/", views_change.change, name="change"),
            re_path(
                r"^changes/(?P<pk>\d{1,9})/(?P<act>in-force|refuse|withdraw)/$", views_change.decide, name="decide"
            ),
        ]
