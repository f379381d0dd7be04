"""The landing of those who keep the guides and of the administrator: numbers that are links, and the way to their work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component
from wagtail.models import Page

from accounts.actors import Actor
from accounts.models import Post, Role, StaffUser
from catalog.models import ServiceItem
from places.models import CalendarChange
from places.models.changes import ChangeState
from portal.reviews import ANCHOR

EDITING = (Role.ITEM_EDITOR, Role.ITEM_PUBLISHER)


@dataclass(frozen=True)
class Tile:
    label: str
    number: int
    url: str
    tone: str = ""


def tiles_of(actor: Actor, *, waiting: int) -> list[Tile]:
    """What waits, by post; empty for a post that has nothing to keep. `waiting`: drafts for her review."""
    if actor.has_role(*EDITING):
        items = reverse(ServiceItem.snippet_viewset.get_url_name("list"))
        pages = reverse("wagtailadmin_explore_root")
        changed = ServiceItem.objects.filter(has_unpublished_changes=True).count()
        drafts = Page.objects.filter(has_unpublished_changes=True).count()
        return [
            Tile(
                _("Waiting for my review"),
                waiting,
                ANCHOR if waiting else reverse("wagtailadmin_reports:workflow"),
                "amber" if waiting else "",
            ),
            Tile(_("Items with unpublished changes"), changed, items),
            Tile(_("All items"), ServiceItem.objects.count(), items),
            Tile(_("Pages with unpublished changes"), drafts, pages),
        ]
    if actor.has_role(Role.SYS_ADMIN):
        return [
            Tile(_("Staff logins"), StaffUser.objects.count(), reverse("staffuser:index")),
            Tile(_("Staff posts"), Post.objects.count(), reverse("post:index")),
            Tile(
                _("Calendar changes that wait for a second person"),
                proposed := CalendarChange.objects.filter(state=ChangeState.PROPOSED).count(),
                reverse("workcalendar:year"),
                "amber" if proposed else "",
            ),
        ]
    return []


class KeepersPanel(Component):
    order = 10
    template_name = "portal/keepers.html"

    def __init__(self, tiles: list[Tile]) -> None:
        self.tiles = tiles

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"tiles": self.tiles}
