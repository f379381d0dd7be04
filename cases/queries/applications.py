from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q

from accounts.actors import Actor

if TYPE_CHECKING:
    from cases.models import Application  # noqa: F401 - only for the type of the queryset


def acts_for(actor: Actor, on: date, prefix: str = "") -> Q:
    """Rows reached through a mandate that is in force on this day and held by this actor."""
    return Q(
        **{
            f"{prefix}mandate__agent_id": actor.user_id,
            f"{prefix}mandate__revoked_at": None,
            f"{prefix}mandate__valid_from__lte": on,
            f"{prefix}mandate__valid_to__gte": on,
        }
    )


class ApplicationQuerySet(models.QuerySet["Application"]):
    def drafts(self) -> ApplicationQuerySet:
        return self.filter(submitted_at=None)

    def editable_by(self, actor: Actor, *, on: date) -> ApplicationQuerySet:
        """Drafts the actor may go on with: the applicant's own, the agent's under a mandate in force, the
        clerk's who began them."""
        if actor.user_id is None:
            return self.none()
        own = Q(applicant_id=actor.resident_id, mandate=None) if actor.resident_id else Q(pk=None)
        begun: Q = Q(created_by_id=actor.user_id, mandate=None) if actor.is_staff else Q(pk=None)
        return self.drafts().filter(own | begun | acts_for(actor, on))

    def for_page(self) -> ApplicationQuerySet:
        related: tuple[Any, ...] = ("applicant", "mandate__agent", "mandate__principal", "region__parent", "one_thing")
        return self.select_related(*related)
