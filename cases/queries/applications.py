from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q

from accounts.actors import Actor
from accounts.models import Mandate

if TYPE_CHECKING:
    from cases.models import Application  # noqa: F401 - only for the type of the queryset


NOBODY = Q(pk__in=[])  # known to be empty, so it leaves no trace in the query


def acts_for(actor: Actor, on: date) -> Q:
    """Applications made under a mandate that is in force on this day and held by this actor.

    By keys and not by a join: beside another way in, a join would read every application there is.
    """
    held = Mandate.objects.in_force(on=on).filter(agent_id=actor.user_id)
    return Q(mandate__in=held.order_by().values("pk"))


class ApplicationQuerySet(models.QuerySet["Application"]):
    def drafts(self) -> ApplicationQuerySet:
        return self.filter(submitted_at=None)

    def editable_by(self, actor: Actor, *, on: date) -> ApplicationQuerySet:
        """Drafts the actor may go on with: the applicant's own, the agent's under a mandate in force, the
        clerk's who began them."""
        if actor.user_id is None:
            return self.none()
        own = Q(applicant_id=actor.resident_id, mandate=None) if actor.resident_id else NOBODY
        begun: Q = Q(created_by_id=actor.user_id, mandate=None) if actor.is_staff else NOBODY
        return self.drafts().filter(own | begun | acts_for(actor, on))

    def for_page(self) -> ApplicationQuerySet:
        related: tuple[Any, ...] = ("applicant", "mandate__agent", "mandate__principal", "region__parent", "one_thing")
        return self.select_related(*related)
