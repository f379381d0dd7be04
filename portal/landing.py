"""The landing of those who keep the guides and of the administrator: numbers that are links, and the way to their work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component
from wagtail.models import Page, TaskState

from accounts.actors import Actor
from accounts.models import Post, Role, StaffUser
from catalog.models import ServiceItem

EDITING = (Role.ITEM_EDITOR, Role.ITEM_PUBLISHER)
COUNT_TO = 1000


@dataclass(frozen=True)
class Tile:
    label: str
    number: int
    url: str
    tone: str = ""


def tiles_of(actor: Actor, user: Any) -> list[Tile]:
    """What waits, by post; empty for a post that has nothing to keep."""
    if actor.has_role(*EDITING):
        items = reverse(ServiceItem.snippet_viewset.get_url_name("list"))
        pages = reverse("wagtailadmin_explore_root")
        waiting = TaskState.objects.reviewable_by(user).count()
        changed = ServiceItem.objects.filter(has_unpublished_changes=True).count()
        drafts = Page.objects.filter(has_unpublished_changes=True).count()
        return [
            Tile(
                _("Waiting for my review"),
                waiting,
                reverse("wagtailadmin_reports:workflow"),
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
        ]
    return []


class KeepersPanel(Component):
    order = 10
    template_name = "portal/keepers.html"

    def __init__(self, tiles: list[Tile]) -> None:
        self.tiles = tiles

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"tiles": self.tiles}
