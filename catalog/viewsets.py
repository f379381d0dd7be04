"""Items and one-thing packages in the back office."""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, Column, UpdatedAtColumn
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from catalog.filters import ItemFilterSet
from catalog.models import OneThing, ServiceItem
from catalog.one_thing_form import EDIT_HANDLER as PACKAGE_EDIT_HANDLER
from catalog.panels import EDIT_HANDLER
from catalog.tables import DRAFT, STATE, VERSION
from catalog.views.edit import ItemCreateView, ItemEditView, ItemIndexView, ItemWorkflowActionView
from catalog.views.history import ItemWorkflowHistoryView
from catalog.views.one_things import OneThingCreateView, OneThingEditView, OneThingIndexView
from catalog.views.preview import DraftPreviewView
from catalog.views.review import ReviewView
from catalog.views.versions import StateView, VersionsView

# Items are cancelled, never deleted; they are published by the review and never taken back to a draft.
CLOSED = {"delete", "usage", "copy", "unpublish", "revisions_unschedule"}
PAGES = (("versions", VersionsView), ("review", ReviewView), ("state", StateView), ("preview_draft", DraftPreviewView))


class ItemViewSet(SnippetViewSet):
    model = ServiceItem
    icon = "clipboard-list"
    menu_label = _("Service items")
    menu_name = "items"
    menu_order = 150
    add_to_admin_menu = True
    copy_view_enabled = False
    list_per_page = 30
    list_display = ["name", "department", STATE, VERSION, DRAFT, UpdatedAtColumn()]
    filterset_class = ItemFilterSet
    search_fields = ["name", "key", "summary"]
    ordering = ["department__name", "name"]
    edit_handler = EDIT_HANDLER
    index_view_class = ItemIndexView
    add_view_class = ItemCreateView
    edit_view_class = ItemEditView
    workflow_action_view_class = ItemWorkflowActionView
    workflow_history_view_class = ItemWorkflowHistoryView

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        common: dict[str, Any] = super().get_common_view_kwargs(**kwargs)
        return {**common, "delete_url_name": None, "usage_url_name": None, "unpublish_url_name": None}

    def get_urlpatterns(self) -> list[URLPattern]:
        kept = [pattern for pattern in super().get_urlpatterns() if pattern.name not in CLOSED]
        return [*kept, *(path(f"{name}/<int:pk>/", view.as_view(), name=name) for name, view in PAGES)]


class OneThingViewSet(ModelViewSet):
    """Packages are closed, never deleted: applications point to them."""

    model = OneThing
    icon = "list-ul"
    menu_label = _("One thing (一件事)")
    menu_name = "one_things"
    menu_order = 151
    add_to_admin_menu = True
    copy_view_enabled = False
    inspect_view_enabled = False
    add_to_reference_index = False
    list_per_page = 30
    list_display = [
        "name",
        Column("lead", label=_("lead agency"), accessor="lead.name", sort_key="lead__name"),
        Column("number_of_parts", label=_("parts"), sort_key="number_of_parts"),
        BooleanColumn("is_open", label=_("offered"), sort_key="is_open"),
    ]
    search_fields = ["name", "key", "summary"]
    ordering = ["order", "key"]
    edit_handler = PACKAGE_EDIT_HANDLER
    index_view_class = OneThingIndexView
    add_view_class = OneThingCreateView
    edit_view_class = OneThingEditView

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        common: dict[str, Any] = super().get_common_view_kwargs(**kwargs)
        return {**common, "delete_url_name": None, "usage_url_name": None}

    def get_urlpatterns(self) -> list[URLPattern]:
        return [pattern for pattern in super().get_urlpatterns() if pattern.name not in ("delete", "usage")]


ITEMS = ItemViewSet()
ONE_THINGS = OneThingViewSet("one_things")
