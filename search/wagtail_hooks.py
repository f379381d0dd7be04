"""The desk's search in the Wagtail admin: its address, its menu item, its tab beside the page search, the synonyms."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.search import SearchArea
from wagtail.admin.viewsets.model import ModelViewSet

from accounts.requests import actor_of
from search.models import Synonym
from search.views.desk import desk_results


def is_staff(request: HttpRequest) -> bool:
    """Whoever holds a post has something to find; what it is, the post decides."""
    return bool(actor_of(request).is_staff)


class StaffMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return is_staff(request)


class StaffSearchArea(SearchArea):
    def is_shown(self, request: HttpRequest) -> bool:
        return is_staff(request)


@hooks.register("register_admin_urls")
def register_desk_search() -> list[URLPattern]:
    return [path("search-cases/", desk_results, name="search_cases")]


@hooks.register("register_admin_menu_item")
def register_menu_item() -> MenuItem:
    return StaffMenuItem(_("Find a case"), reverse("search_cases"), name="find-case", icon_name="search", order=120)


@hooks.register("register_admin_search_area")
def register_search_area() -> SearchArea:
    return StaffSearchArea(_("Cases"), reverse("search_cases"), name="cases", icon_name="folder-open-inverse", order=50)


class SynonymViewSet(ModelViewSet):
    model = Synonym
    name = "search_synonyms"
    url_prefix = "search-synonyms"
    icon = "openquote"
    menu_label = _("Search synonyms")
    add_to_settings_menu = True
    form_fields = ["words", "note", "is_active"]
    list_display = ["__str__", "note", "is_active"]
    search_fields = ["words", "note"]
    copy_view_enabled = False
    inspect_view_enabled = False


@hooks.register("register_admin_viewset")
def register_synonyms() -> ModelViewSet:
    return SynonymViewSet()
