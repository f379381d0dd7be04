"""What the back office shows to whom: each post finds its own work in the menu and nothing else."""

from __future__ import annotations

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from accounts.models import Role
from portal.landing import KeepersPanel, tiles_of

WEBSITE = {"explorer", "images", "documents", "snippets", "reports"}
SYSTEM = {"settings"}
CASEWORK = {"find-case"}
# Wagtail's own help speaks English and of Wagtail.
NEVER = {"help"}
HIDDEN_BY_ROLE = {
    Role.ITEM_EDITOR: SYSTEM | CASEWORK,
    Role.ITEM_PUBLISHER: SYSTEM | CASEWORK,
    Role.SYS_ADMIN: (WEBSITE - {"reports"}) | CASEWORK,
}


@hooks.register("construct_main_menu", order=100)
def only_own_work(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """Hiding is for clarity only: what may be done is asked of permissions and policies by each page itself."""
    hidden = NEVER
    actor = request.actor  # type: ignore[attr-defined]
    if actor.post is not None:
        hidden = NEVER | HIDDEN_BY_ROLE.get(actor.post.role, WEBSITE | SYSTEM)
    menu_items[:] = [item for item in menu_items if item.name not in hidden]


@hooks.register("construct_homepage_panels", order=50)
def show_what_is_kept(request: HttpRequest, panels: list[Component]) -> None:
    tiles = tiles_of(request.actor, request.user)  # type: ignore[attr-defined]
    if tiles:
        panels.append(KeepersPanel(tiles))
