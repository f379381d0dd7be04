"""Which units take part in which cases: the stages as the lists and lookups of the desk ask for them.

Subqueries, never joins, so that a case with two stages in one unit stands once in every list. Lists start from the
unit and only look at what goes on (the partial index on guest stages): at a million cases that is some thousand rows.
Lookups of single cases look at everything, past stages included, and start from the case.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from accounts.actors import Actor
from cases.enums import StageState
from cases.procedure import FIRST
from places.models import Unit
from places.models.units import UnitKind

if TYPE_CHECKING:
    from cases.models import CaseStage

# Opens the file to its unit: running, past, or the very first one, whose unit begins the review. A unit that comes
# later has no business in it yet (个人信息保护法 Art. 6).
OPENED = Q(order=FIRST) | Q(started_at__isnull=False)


def units_worked_for(actor: Actor) -> QuerySet[Unit, Any]:
    """The unit of the post, and for a town its villages; the same as `cases.rules.stages.works_for`."""
    own = Q(pk=actor.unit_id)
    if actor.post is not None and actor.post.unit_kind == UnitKind.TOWN:
        own |= Q(parent_id=actor.unit_id, kind=UnitKind.VILLAGE)
    return Unit.objects.filter(own).order_by().values("pk")


def running_stages(actor: Actor) -> QuerySet[CaseStage]:
    """What the actor's unit has to do now."""
    return _of(actor).filter(state=StageState.RUNNING)


def first_stages(actor: Actor) -> QuerySet[CaseStage]:
    """Where the actor's unit has to begin the review."""
    return _of(actor).filter(state=StageState.WAITING, order=FIRST)


def guest_stages(actor: Actor) -> QuerySet[CaseStage]:
    """Opened stages of the actor's unit in cases of other units that go on."""
    return _of(actor).filter(OPENED, is_guest=True)


def takes_part(actor: Actor) -> Exists:
    """Whether the unit of the actor has or had an opened stage in the case looked at."""
    return Exists(_of(actor).filter(OPENED, case=OuterRef("pk")))


def next_stage_due() -> Subquery:
    """For each case the day on which the next of its running stages is due."""
    running = _all().filter(case=OuterRef("pk"), state=StageState.RUNNING).order_by("due_on")
    return Subquery(running.values("due_on")[:1])


def _of(actor: Actor) -> QuerySet[CaseStage]:
    return _all().filter(unit__in=units_worked_for(actor))


def _all() -> QuerySet[CaseStage]:
    from cases.models import CaseStage  # models import their querysets

    return CaseStage.objects.order_by()
