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
from cases.enums import DECIDED, FINAL, OPEN, Status
from cases.models import Case, Opinion
from cases.queries.cases import CaseQuerySet

COUNT_TO = 1000
OPINIONS = Opinion.objects.filter(case=OuterRef("pk"))
RUNNING = tuple(status for status in (*OPEN, *DECIDED) if status not in FINAL and status != Status.CORRECTION_REQUIRED)
TO_HAND_OVER = (Status.GRANTED, Status.DENIED, Status.DELIVERING)


@dataclass(frozen=True)
class Queue:
    """`narrow` takes the cases the actor may see down to those waiting; `tone` colours its number when not 0."""

    key: str
    label: Promise
    roles: tuple[Role, ...]
    narrow: Callable[[CaseQuerySet, date], CaseQuerySet]
    tone: str = ""
    hint: Promise | str = ""


def _overdue(cases: CaseQuerySet, today: date) -> CaseQuerySet:
    return cases.filter(status__in=RUNNING, due_on__lt=today)


def _due_today(cases: CaseQuerySet, today: date) -> CaseQuerySet:
    return cases.filter(status__in=RUNNING, due_on=today)


def _by(**lookups: Any) -> Callable[[CaseQuerySet, date], CaseQuerySet]:
    return lambda cases, today: cases.filter(**lookups)


def _for_decision(cases: CaseQuerySet, today: date) -> CaseQuerySet:
    return cases.filter(Exists(OPINIONS), status=Status.REVIEWING)


def _for_opinion(cases: CaseQuerySet, today: date) -> CaseQuerySet:
    return cases.filter(Q(status=Status.ACCEPTED) | Q(~Exists(OPINIONS), status=Status.REVIEWING))


HANDLING = (Role.WINDOW_CLERK, Role.REVIEWER, Role.APPROVER, Role.UNIT_HEAD)
QUEUES = (
    Queue("decide", _("Awaiting decision"), (Role.APPROVER, Role.UNIT_HEAD), _for_decision),
    Queue("review", _("To be reviewed"), (Role.REVIEWER, Role.UNIT_HEAD), _for_opinion),
    Queue("check", _("Waiting for the first check"), (Role.WINDOW_CLERK,), _by(status=Status.RECEIVED)),
    Queue(
        "supplied",
        _("Corrections supplied"),
        (Role.WINDOW_CLERK,),
        _by(status=Status.CORRECTION_REQUIRED, correction__supplied_at__isnull=False),
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
    return queue.narrow(Case.objects.visible_to(actor, on=today), today).by_deadline()


def next_in_queue(case: Case, actor: Actor, today: date) -> Case | None:
    """The case that is nearest to its deadline in the actor's main queue, this one left out."""
    queue = main_queue(actor)
    return cases_in(queue, actor, today).exclude(pk=case.pk).first() if queue else None
