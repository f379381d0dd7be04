"""Bars on applying as the desk asks for them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet

from accounts.actors import Actor
from accounts.models import Role

if TYPE_CHECKING:
    from cases.models import ApplicantBar
else:
    ApplicantBar = Any


class BarQuerySet(QuerySet[ApplicantBar, ApplicantBar]):
    def visible_to(self, actor: Actor) -> BarQuerySet:
        """All for the supervisor; for approvers and heads those of the unit that decided."""
        if actor.has_role(Role.SUPERVISOR):
            return self
        if actor.has_role(Role.APPROVER, Role.UNIT_HEAD) and actor.unit_id is not None:
            own_item = Q(case=None, item__department_id=actor.unit_id)
            return self.filter(Q(case__unit_id=actor.unit_id) | own_item)
        return self.none()

    def in_force(self, *, on: date) -> BarQuerySet:
        return self.filter(lifted_at=None, from_on__lte=on, until_on__gte=on)

    def ended(self, *, on: date) -> BarQuerySet:
        return self.filter(Q(lifted_at__isnull=False) | Q(until_on__lt=on))

    def for_list(self) -> BarQuerySet:
        return self.select_related("resident", "item", "case", "lifted_by", "entered_by").defer("resident__phone")
