"""What the back office shows to whom: each post finds its own work in the menu and nothing else."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import WorkflowObjectsToModeratePanel

from accounts.models import Role
from accounts.requests import actor_of
from portal.landing import EDITING, KeepersPanel, tiles_of
from portal.reviews import ReviewsPanel, reviews_for
from portal.views.law import READERS, law

WEBSITE = {"explorer", "images", "documents", "snippets", "reports"}
SYSTEM = {"settings"}
CASEWORK = {"find-case"}
# Wagtail's own help speaks English and of Wagtail.
NEVER = {"help"}
HIDDEN_BY_ROLE = {
    # The settings are the synonyms of both and the site settings of the publisher; the menu shows each their own.
    Role.ITEM_EDITOR: CASEWORK,
    Role.ITEM_PUBLISHER: CASEWORK,
    Role.SYS_ADMIN: (WEBSITE - {"reports"}) | CASEWORK,
}


@hooks.register("construct_main_menu", order=100)
def only_own_work(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """Hiding is for clarity only: what may be done is asked of permissions and policies by each page itself."""
    hidden = NEVER
    actor = actor_of(request)
    if actor.post is not None:
        hidden = NEVER | HIDDEN_BY_ROLE.get(actor.post.role, WEBSITE | SYSTEM)
    menu_items[:] = [item for item in menu_items if item.name not in hidden]


@hooks.register("construct_homepage_panels", order=50)
def show_what_is_kept(request: HttpRequest, panels: list[Component]) -> None:
    actor = actor_of(request)
    if actor.post is None:
        return
    reviews = list(reviews_for(request.user)) if actor.has_role(*EDITING) else []
    tiles = tiles_of(actor, waiting=len(reviews))
    if not tiles:
        return
    panels[:] = [panel for panel in panels if not isinstance(panel, WorkflowObjectsToModeratePanel)]
    panels += [KeepersPanel(tiles), *([ReviewsPanel(reviews)] if reviews else [])]


class LawItem(MenuItem):
    """Shown to those who supervise."""

    def is_shown(self, request: HttpRequest) -> bool:
        return actor_of(request).has_role(*READERS)


@hooks.register("register_admin_urls")
def law_page() -> list[Any]:
    return [path("law/", law, name="law")]


@hooks.register("register_admin_menu_item")
def law_item() -> MenuItem:
    return LawItem(_("Legal basis and rules"), reverse("law"), name="law", icon_name="list-ul", order=60)
