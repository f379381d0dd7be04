from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Coalesce

from accounts.actors import Actor
from accounts.models import Role
from cases.enums import OPEN, Status
from cases.queries.applications import NOBODY, acts_for
from cases.queries.stages import first_stages, guest_stages, next_stage_due, running_stages, takes_part
from catalog.models import ServiceItem
from places.models.points import PointKind
from places.models.units import UnitKind

if TYPE_CHECKING:
    # Only for the types of the querysets.
    from cases.models import Case, CaseStage, CorrectionNotice, Proposal  # noqa: F401

EVERYTHING = ~NOBODY  # an empty Q would vanish in an OR
READ_OF_ITEM = {"id", "key", "name", "state", "department", "current_version"}
UNREAD = (
    *(f"item__{field.name}" for field in ServiceItem._meta.concrete_fields if field.name not in READ_OF_ITEM),
    "version__content",
)
UNIT_ROLES = (Role.REVIEWER, Role.APPROVER, Role.UNIT_HEAD)


# What a row never shows and what would be read and decrypted for every one of them.
NOT_IN_ROWS = (
    "version__content",
    "application__answers",
    "application__situations",
    "applicant__id_number",
    "applicant__phone",
)


class CaseQuerySet(models.QuerySet["Case"]):
    def submitted(self) -> CaseQuerySet:
        return self.exclude(status=Status.DRAFT)

    def open(self) -> CaseQuerySet:
        return self.filter(status__in=OPEN)

    def overdue(self, *, on: date) -> CaseQuerySet:
        return self.filter(due_on__lt=on).exclude(due_on=None)

    def visible_to(self, actor: Actor, *, on: date) -> CaseQuerySet:
        """The cases this actor may read: as resident, as agent under a mandate in force, or through the post held.

        Made for looking up what is named by number or address; lists take `listed_for`.
        """
        return self.submitted().filter(mine(actor) | under_mandate(actor, on) | at_desk(actor))

    def listed_for(self, actor: Actor) -> CaseQuerySet:
        """The lists of the desk: what the post opens, but for finished cases of other units in which its unit had a
        stage. Those are found by number and by search, and would make every list read the past."""
        return self.submitted().filter(listed_at_desk(actor))

    def own_of(self, actor: Actor, *, on: date) -> CaseQuerySet:
        """The cases a resident follows: her own and those she acts in for somebody.

        By keys, so that a list in the order of another index still begins with the few that are hers.
        """
        hers = self.model._base_manager.filter(mine(actor) | under_mandate(actor, on))
        return self.submitted().filter(pk__in=hers.order_by().values("pk"))

    def intake_of(self, actor: Actor) -> CaseQuerySet:
        """Received cases the actor's window has to check (T2, T3)."""
        waiting = (Status.RECEIVED, Status.CORRECTION_REQUIRED)
        return self.filter(status__in=waiting).filter(in_intake_scope(actor))

    def queue_of(self, actor: Actor) -> CaseQuerySet:
        """Cases in which the actor's unit has a stage to begin or to finish now, the nearest due first."""
        if actor.unit_id is None or not actor.has_role(*UNIT_ROLES):
            return self.none()
        return self.filter(stage_waits(actor)).exclude(status=Status.SUSPENDED).by_stage()

    def by_stage(self) -> CaseQuerySet:
        """The nearest due stage first; the case's own date where a stage has none."""
        due = Coalesce(next_stage_due(), "due_on")
        return self.annotate(stage_due_on=due).order_by(models.F("stage_due_on").asc(nulls_last=True), "id")

    def waiting_for_papers(self) -> CaseQuerySet:
        """Cases in which the applicant still has to supply what the last correction notice lists."""
        return self.filter(status=Status.CORRECTION_REQUIRED).filter(Exists(_notices().filter(supplied_at=None)))

    def correction_supplied(self) -> CaseQuerySet:
        """Cases in which everything asked for has arrived and waits for the desk."""
        return self.filter(status=Status.CORRECTION_REQUIRED).exclude(Exists(_notices().filter(supplied_at=None)))

    def with_version(self) -> CaseQuerySet:
        """The version without its text, which is remembered."""
        return self.select_related("version").defer("version__content")

    def with_item(self) -> CaseQuerySet:
        """Item and version without what is wide: the draft of the one, and the text of the other, which is remembered."""
        return self.select_related("item", "version").defer(*UNREAD)

    def by_deadline(self) -> CaseQuerySet:
        return self.order_by(models.F("due_on").asc(nulls_last=True), "id")

    def for_list(self) -> CaseQuerySet:
        """Everything a list row shows, without a query per row."""
        return self.select_related("applicant", "version", "unit", "region__parent", "application__mandate__agent")

    def for_following(self) -> CaseQuerySet:
        """What the applicant's side is told of a case: where it stands, whose turn it is, what she owes."""
        told = self.for_list().select_related("unit__region", "tolerance", "commitment", "subject")
        return told.prefetch_related("corrections", "suspensions", "stages__unit")


def _notices() -> models.QuerySet[CorrectionNotice]:
    from cases.models import CorrectionNotice  # models import their querysets

    return CorrectionNotice.objects.filter(case=OuterRef("pk"))


def _stages() -> models.QuerySet[CaseStage]:
    from cases.models import CaseStage  # models import their querysets

    return CaseStage.objects.filter(case=OuterRef("pk"))


def _proposals() -> models.QuerySet[Proposal]:
    from cases.models import Proposal  # models import their querysets

    return Proposal.objects.order_by()


def mine(actor: Actor) -> Q:
    return Q(applicant_id=actor.resident_id) if actor.resident_id else NOBODY


def under_mandate(actor: Actor, on: date) -> Q:
    """By keys and not by a join: beside another way in, a join would read every case there is."""
    from cases.models import Application  # models import their querysets

    if not actor.user_id:
        return NOBODY
    return Q(application__in=Application.objects.filter(acts_for(actor, on)).order_by().values("pk"))


def at_desk(actor: Actor) -> Q:
    """The scope of the post the actor works in now (domain.md §11)."""
    if actor.has_role(Role.SUPERVISOR):
        return EVERYTHING
    if actor.has_role(*UNIT_ROLES):
        return Q(unit_id=actor.unit_id) | Q(takes_part(actor)) | heads_government(actor)
    return in_intake_scope(actor)


def listed_at_desk(actor: Actor) -> Q:
    """`at_desk` without the finished cases of other units."""
    if actor.has_role(*UNIT_ROLES) and not actor.has_role(Role.SUPERVISOR):
        return Q(unit_id=actor.unit_id) | Q(pk__in=guest_stages(actor).values("case")) | heads_government(actor)
    return at_desk(actor)


def stage_waits(actor: Actor) -> Q:
    """The unit's stage runs, or the review waits for the unit to begin it."""
    begin = Q(status=Status.ACCEPTED) & (
        Q(pk__in=first_stages(actor).values("case")) | Q(~Exists(_stages()), unit_id=actor.unit_id)
    )
    return begin | Q(pk__in=running_stages(actor).values("case"))


def heads_government(actor: Actor) -> Q:
    """A joint procedure is extended by the head of the government: she sees the cases in which that was asked for."""
    if actor.post is None or actor.post.unit_kind != UnitKind.GOVERNMENT or not actor.has_role(Role.UNIT_HEAD):
        return NOBODY
    return Q(pk__in=_proposals().filter(verb="extend").values("case"), unit__parent_id=actor.unit_id)


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
