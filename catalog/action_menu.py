"""What stands under the editing form of an item: save, submit, the way to its review and versions."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.action_menu import ActionMenuItem

KEPT = ("action-save", "action-submit", "action-cancel-workflow", "action-restart-workflow", "action-locked")


class PageLink(ActionMenuItem):
    """A link to another page about the item, open to readers of a locked draft too."""

    def __init__(self, page: str, label: Any, icon_name: str, order: int) -> None:
        super().__init__(order)
        self.page, self.label, self.icon_name, self.name = page, label, icon_name, f"link-{page}"

    def is_shown(self, context: dict[str, Any]) -> bool:
        return bool(context["view"] != "create")

    def get_url(self, parent_context: dict[str, Any]) -> str:
        item = parent_context["instance"]
        return reverse(item.snippet_viewset.get_url_name(self.page), args=[item.pk])


LINKS = (
    PageLink("review", _("Review and differences"), "view", 200),
    PageLink("versions", _("Versions"), "history", 210),
)


def arrange_actions(menu_items: list[Any], context: dict[str, Any]) -> list[Any]:
    """Publishing and approving from the form would pass by the gate, or make the approver an editor."""
    kept = [item for item in menu_items if item.name in KEPT]
    return [*kept, *(link for link in LINKS if link.is_shown(context))]
