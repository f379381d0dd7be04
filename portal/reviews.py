"""What waits for the review of who looks: one line each, leading to the page where it is read and decided.

Stands in for Wagtail's own panel, which offers no way to the page of an item to those who may only publish it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from wagtail.admin.ui.components import Component
from wagtail.models import Page, TaskState

from catalog.models import ServiceItem

ANCHOR = "#waiting-reviews"


@dataclass(frozen=True)
class Review:
    title: str
    url: str
    by: str
    at: datetime


def reviews_for(user: Any) -> Iterator[Review]:
    """The oldest first. What was deleted meanwhile is left out."""
    states = TaskState.objects.reviewable_by(user).select_related("revision__user")
    for state in states.prefetch_related("revision__content_object").order_by("started_at", "pk"):
        found = state.revision.content_object if state.revision else None
        if found is not None:
            by = state.revision.user.display_name if state.revision.user else ""
            yield Review(title_of(found), address_of(found), by, state.started_at)


def title_of(found: Any) -> str:
    return found.draft_title if isinstance(found, Page) else str(found)


def address_of(found: Any) -> str:
    if isinstance(found, ServiceItem):
        return reverse(ServiceItem.snippet_viewset.get_url_name("review"), args=[found.pk])
    return reverse("wagtailadmin_pages:edit", args=[found.pk])


class ReviewsPanel(Component):
    order = 20
    template_name = "portal/reviews.html"

    def __init__(self, reviews: list[Review]) -> None:
        self.reviews = reviews

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"reviews": self.reviews}
