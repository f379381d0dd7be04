"""Items in the back office."""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import UpdatedAtColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from catalog.filters import ItemFilterSet
from catalog.models import ServiceItem
from catalog.panels import EDIT_HANDLER
from catalog.tables import DRAFT, STATE, VERSION
from catalog.views.edit import ItemCreateView, ItemEditView, ItemIndexView, ItemWorkflowActionView
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

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        common: dict[str, Any] = super().get_common_view_kwargs(**kwargs)
        return {**common, "delete_url_name": None, "usage_url_name": None, "unpublish_url_name": None}

    def get_urlpatterns(self) -> list[URLPattern]:
        kept = [pattern for pattern in super().get_urlpatterns() if pattern.name not in CLOSED]
        return [*kept, *(path(f"{name}/<int:pk>/", view.as_view(), name=name) for name, view in PAGES)]


ITEMS = ItemViewSet()
