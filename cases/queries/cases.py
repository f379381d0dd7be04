from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from accounts.actors import Actor
from accounts.models import Role
from cases.enums import OPEN, Status
from cases.queries.applications import acts_for
from places.models.points import PointKind
from places.models.units import UnitKind

if TYPE_CHECKING:
    from cases.models import Case  # noqa: F401 - only for the type of the queryset

NOBODY = Q(pk=None)
EVERYTHING = ~NOBODY  # an empty Q would vanish in an OR
UNIT_ROLES = (Role.REVIEWER, Role.APPROVER, Role.UNIT_HEAD)


class CaseQuerySet(models.QuerySet["Case"]):
    def submitted(self) -> CaseQuerySet:
        return self.exclude(status=Status.DRAFT)

    def open(self) -> CaseQuerySet:
        return self.filter(status__in=OPEN)

    def overdue(self, *, on: date) -> CaseQuerySet:
        return self.filter(due_on__lt=on).exclude(due_on=None)

    def visible_to(self, actor: Actor, *, on: date) -> CaseQuerySet:
        """The cases this actor may read: as resident, as agent under a mandate in force, or through the post held."""
        return self.submitted().filter(mine(actor) | under_mandate(actor, on) | at_desk(actor))

    def own_of(self, actor: Actor, *, on: date) -> CaseQuerySet:
        """The cases a resident follows: her own and those she acts in for somebody."""
        return self.submitted().filter(mine(actor) | under_mandate(actor, on))

    def intake_of(self, actor: Actor) -> CaseQuerySet:
        """Received cases the actor's window has to check (T2, T3)."""
        waiting = (Status.RECEIVED, Status.CORRECTION_REQUIRED)
        return self.filter(status__in=waiting).filter(in_intake_scope(actor))

    def queue_of(self, actor: Actor) -> CaseQuerySet:
        """Accepted and running cases of the actor's unit, ordered by deadline."""
        if actor.unit_id is None or not actor.has_role(*UNIT_ROLES):
            return self.none()
        running = (Status.ACCEPTED, Status.REVIEWING)
        return self.filter(status__in=running, unit_id=actor.unit_id).by_deadline()

    def by_deadline(self) -> CaseQuerySet:
        return self.order_by(models.F("due_on").asc(nulls_last=True), "id")

    def for_list(self) -> CaseQuerySet:
        """Everything a list row shows, without a query per row."""
        return self.select_related("applicant", "version", "unit", "region__parent", "application__mandate__agent")


def mine(actor: Actor) -> Q:
    return Q(applicant_id=actor.resident_id) if actor.resident_id else NOBODY


def under_mandate(actor: Actor, on: date) -> Q:
    return acts_for(actor, on, "application__") if actor.user_id else NOBODY


def at_desk(actor: Actor) -> Q:
    """The scope of the post the actor works in now (domain.md §11)."""
    if actor.has_role(Role.SUPERVISOR):
        return EVERYTHING
    if actor.has_role(*UNIT_ROLES):
        return Q(unit_id=actor.unit_id)
    return in_intake_scope(actor)


def in_intake_scope(actor: Actor) -> Q:
    """Cases whose first check belongs to the actor's window: taken in there, of the own unit, or - at the county
    hall, where departments have stationed their items (进驻) - of any county department."""
    post = actor.post
    if post is None or not actor.has_role(Role.WINDOW_CLERK):
        return NOBODY
    scope = Q(unit_id=post.unit_id)
    if post.point_id:
        scope |= Q(application__point_id=post.point_id)
    if post.point_kind == PointKind.COUNTY_HALL:
        scope |= Q(unit__kind=UnitKind.DEPARTMENT)
    return scope
