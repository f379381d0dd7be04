"""Supervision orders as their two sides ask for them: the supervisor and the unit that has to answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet

from accounts.actors import Actor
from accounts.models import Role
from cases.queries.cases import NOT_IN_ROWS
from cases.queries.stages import units_worked_for

if TYPE_CHECKING:
    from cases.models import Supervision
else:
    Supervision = Any


class SupervisionQuerySet(QuerySet[Supervision, Supervision]):
    def visible_to(self, actor: Actor) -> SupervisionQuerySet:
        """All for the supervisor; for a head those of her unit, and of the villages of her town."""
        if actor.has_role(Role.SUPERVISOR):
            return self
        if actor.has_role(Role.UNIT_HEAD):
            return self.filter(unit__in=units_worked_for(actor))
        return self.none()

    def unanswered(self) -> SupervisionQuerySet:
        return self.filter(answered_at=None, closed_at=None)

    def to_close(self) -> SupervisionQuerySet:
        """Answered, and the supervisor has not said yet that it is enough."""
        return self.filter(answered_at__isnull=False, closed_at=None)

    def open(self) -> SupervisionQuerySet:
        return self.filter(closed_at=None)

    def closed(self) -> SupervisionQuerySet:
        return self.filter(closed_at__isnull=False)

    def for_list(self) -> SupervisionQuerySet:
        """With what a row shows, without what would be read and decrypted for nothing."""
        related = ("unit", "case__applicant", "case__version", "case__application__mandate__agent")
        return self.select_related(*related).defer(*(f"case__{name}" for name in NOT_IN_ROWS))
