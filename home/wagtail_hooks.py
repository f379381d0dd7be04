"""Pages go public through the review of a second person only (the same rule as for items, V14)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks

from catalog.models.review import editors_of

PUBLISH_ITEM = "action-publish"


@hooks.register("construct_page_action_menu")
def offer_review_instead(menu_items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """Whoever saves a page edits it, and who edits may not publish: the menu offers the review alone."""
    menu_items[:] = [item for item in menu_items if item.name != PUBLISH_ITEM]


@hooks.register("before_publish_page")
def refuse_direct_publishing(request: HttpRequest, page: Any) -> HttpResponse:
    messages.error(request, _("Pages are published by the review: submit it, and a second person approves it."))
    return redirect("wagtailadmin_pages:edit", page.pk) if page.pk else redirect("wagtailadmin_explore_root")


@hooks.register("before_bulk_action")
def refuse_own_pages(request: HttpRequest, action_type: str, objects: Any, action: Any) -> HttpResponse | None:
    """Several drafts at once: none of them may be the publisher's own."""
    if action_type != "publish":
        return None
    own = [str(page) for page in objects if request.user.pk in editors_of(page)]
    if not own:
        return None
    messages.error(request, _("You edited these pages yourself, so somebody else publishes them: %s") % "、".join(own))
    return redirect("wagtailadmin_explore_root")
