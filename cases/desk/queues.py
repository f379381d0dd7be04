"""The queues of the desk by name: the numbers of the workbench and the lists behind them are these same querysets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accounts.actors import Actor
from accounts.models import Role
from cases.enums import DECIDED, DONE, OPEN, StageState, Status
from cases.models import Case, CaseStage, Opinion, Proposal, ProposalState
from cases.queries.cases import CaseQuerySet, heads_government, stage_waits

COUNT_TO = 1000
OPINIONS = Opinion.objects.filter(case=OuterRef("pk"))
STAGES_UNDER_WAY = CaseStage.objects.filter(case=OuterRef("pk"), state__in=(StageState.RUNNING, StageState.RETURNED))
PROPOSALS = Proposal.objects.filter(case=OuterRef("pk"), state=ProposalState.OPEN)
RUNNING = tuple(status for status in (*OPEN, *DECIDED) if status not in DONE and status != Status.CORRECTION_REQUIRED)
TO_HAND_OVER = (Status.GRANTED, Status.DENIED, Status.DELIVERING)


@dataclass(frozen=True)
class Queue:
    """`narrow` takes the cases the actor may see down to those waiting, `mine` to those that wait for her unit; `tone`
    colours the number when not 0; `by_stage` puts the nearest due stage first instead of the nearest due case."""

    key: str
    label: Promise
    roles: tuple[Role, ...]
    narrow: Callable[[CaseQuerySet, date], CaseQuerySet]
    tone: str = ""
    hint: Promise | str = ""
    mine: Callable[[Actor], Q] | None = None
    by_stage: bool = False


def _overdue(cases: CaseQuerySet, today: date) -> CaseQuerySet:
    return cases.filter(status__in=RUNNING, due_on__lt=today)


def _due_today(cases: CaseQuerySet, today: date) -> CaseQuerySet:
    return cases.filter(status__in=RUNNING, due_on=today)


def _by(**lookups: Any) -> Callable[[CaseQuerySet, date], CaseQuerySet]:
    return lambda cases, today: cases.filter(**lookups)


def _for_decision(cases: CaseQuerySet, today: date) -> CaseQuerySet:
    return cases.filter(Exists(OPINIONS), ~Exists(STAGES_UNDER_WAY), status=Status.REVIEWING)


def _in_review(cases: CaseQuerySet, today: date) -> CaseQuerySet:
    return cases.exclude(status=Status.SUSPENDED)


def _proposed(cases: CaseQuerySet, today: date) -> CaseQuerySet:
    return cases.filter(Exists(PROPOSALS), status__in=OPEN)


def _of_unit(actor: Actor) -> Q:
    return Q(unit_id=actor.unit_id)


def _to_confirm(actor: Actor) -> Q:
    """Who proposed it herself does not confirm it; heads alone extend."""
    waiting = PROPOSALS.exclude(proposed_by_id=actor.user_id)
    if not actor.has_role(Role.UNIT_HEAD):
        waiting = waiting.exclude(verb="extend")
    return Q(Exists(waiting)) & (Q(unit_id=actor.unit_id) | heads_government(actor))


HANDLING = (Role.WINDOW_CLERK, Role.REVIEWER, Role.APPROVER, Role.UNIT_HEAD)
QUEUES = (
    Queue("decide", _("Awaiting decision"), (Role.APPROVER, Role.UNIT_HEAD), _for_decision, mine=_of_unit),
    Queue("review", _("My stages"), (Role.REVIEWER, Role.UNIT_HEAD), _in_review, mine=stage_waits, by_stage=True),
    Queue("confirm", _("Proposals to confirm"), (Role.APPROVER, Role.UNIT_HEAD), _proposed, mine=_to_confirm),
    Queue("check", _("Waiting for the first check"), (Role.WINDOW_CLERK,), _by(status=Status.RECEIVED)),
    Queue(
        "supplied",
        _("Corrections supplied"),
        (Role.WINDOW_CLERK,),
        lambda cases, today: cases.correction_supplied(),
    ),
    Queue("deliver", _("Results to hand over"), (Role.WINDOW_CLERK,), _by(status__in=TO_HAND_OVER)),
    Queue("today", _("Due today"), (*HANDLING, Role.SUPERVISOR), _due_today, tone="amber"),
    Queue("overdue", _("Overdue"), (*HANDLING, Role.SUPERVISOR), _overdue, tone="red"),
)
BY_KEY = {queue.key: queue for queue in QUEUES}


def queues_of(actor: Actor) -> list[Queue]:
    return [queue for queue in QUEUES if actor.has_role(*queue.roles)]


def main_queue(actor: Actor) -> Queue | None:
    """What somebody in this post works off: the first of her queues."""
    return next(iter(queues_of(actor)), None)


def cases_in(queue: Queue, actor: Actor, today: date) -> CaseQuerySet:
    """The cases of one queue the actor may see, the nearest deadline first."""
    cases = narrowed(queue, Case.objects.listed_for(actor), actor, today)
    return cases.by_stage() if queue.by_stage else cases.by_deadline()


def narrowed(queue: Queue, cases: CaseQuerySet, actor: Actor, today: date) -> CaseQuerySet:
    """These cases down to the queue; for the lists that have an order of their own."""
    found = queue.narrow(cases, today)
    return found.filter(queue.mine(actor)) if queue.mine else found


def next_in_queue(case: Case, actor: Actor, today: date) -> Case | None:
    """The case that is nearest to its deadline in the actor's main queue, this one left out."""
    queue = main_queue(actor)
    return cases_in(queue, actor, today).exclude(pk=case.pk).only("public_id").first() if queue else None
