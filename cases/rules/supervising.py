"""When a supervision order may be given, answered and closed, and by whom (domain.md §3.5, §11; GB/T 39046 督办)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from accounts.actors import Actor
from accounts.models import Role
from cases.enums import Status
from cases.models import Case, Supervision
from cases.rules.stages import works_for
from flow.conditions import Condition

MOST_DAYS = 10  # [M] the longest new term for an answer that was sent back


@dataclass(frozen=True)
class SupervisionContext:
    """`order` is None while one is being given; `given` holds what the verb was called with, by parameter name."""

    case: Case
    actor: Actor
    now: datetime
    order: Supervision | None = None
    given: dict[str, Any] = field(default_factory=dict)


def _supervisor(context: SupervisionContext) -> str | None:
    return None if context.actor.has_role(Role.SUPERVISOR) else _("Only the supervisor can do this.")


def _head_of_unit(context: SupervisionContext) -> str | None:
    order, actor = context.order, context.actor
    if order is not None and actor.has_role(Role.UNIT_HEAD) and works_for(actor, order.unit):
        return None
    return _("Only the head of %(unit)s can answer.") % {"unit": (order or context.case).unit.name}


def _unanswered(context: SupervisionContext) -> str | None:
    if context.order is None or context.order.answered_at is None:
        return None
    return _("This order was answered already.")


def _answered(context: SupervisionContext) -> str | None:
    if context.order is not None and context.order.answered_at is not None:
        return None
    return _("The unit has not answered yet.")


def _not_closed(context: SupervisionContext) -> str | None:
    if context.order is None or context.order.closed_at is None:
        return None
    return _("This order is closed already.")


def _days(context: SupervisionContext) -> str | None:
    days = context.given.get("days")
    if isinstance(days, int) and 1 <= days <= MOST_DAYS:
        return None
    return _("The new term is 1 to %(most)s working days.") % {"most": MOST_DAYS}


def _submitted(context: SupervisionContext) -> str | None:
    return _("This case was not submitted yet.") if context.case.status == Status.DRAFT else None


def _text(code: str, sentence: Promise) -> Condition[SupervisionContext]:
    def reason(context: SupervisionContext) -> str | None:
        return None if str(context.given.get(code, "")).strip() else str(sentence)

    return Condition(code, "", reason, asked=True)


SUPERVISOR = Condition("supervisor", "domain.md §11", _supervisor)
ORDER = (
    SUPERVISOR,
    Condition("submitted", "", _submitted),
    _text("matter", lazy("Say what the unit has to answer for.")),
)
ANSWER = (
    Condition("head_of_unit", "domain.md §11", _head_of_unit),
    Condition("unanswered", "", _unanswered),
    _text("answer", lazy("Say what the reason is and what was done.")),
)
CLOSE = (SUPERVISOR, Condition("answered", "", _answered), Condition("not_closed", "", _not_closed))
RETURN = (
    *CLOSE,
    _text("reason", lazy("Say what is missing in the answer.")),
    Condition("days", "", _days, asked=True),
)
