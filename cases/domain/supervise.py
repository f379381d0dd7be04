"""督办: an order to answer for a case, its answer, sent back where it is not enough, and its end (GB/T 39046).

Given once per `key`, however often somebody asks for it; by a rule, or by the supervisor in her own words.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from accounts.actors import SYSTEM, Actor
from cases.documents.supervision import returned_context, supervision_context
from cases.models import Case, Supervision, SupervisionReturn, SupervisionRule
from cases.rules.supervising import ANSWER, CLOSE, ORDER, RETURN, SupervisionContext
from core.domain.audit import append_audit
from flow.clocks import Term, TermUnit, due_on
from flow.conditions import require
from places.calendar import calendar_for

ANSWER_WITHIN = Term(3, TermUnit.WORKING_DAY)  # [M]


def order_supervision(
    *, case: Case, rule: SupervisionRule, key: str, matter: str, now: datetime, actor: Actor = SYSTEM
) -> Supervision | None:
    """The new order with its paper, or None when there is one with this key. Call inside a transaction."""
    from cases.domain.documents import issue_document  # its module imports the shape of a change, as callers of this do

    due = due_on(now, ANSWER_WITHIN, calendar_for(case.unit))
    order, is_new = Supervision.objects.get_or_create(
        key=key,
        defaults={
            "case": case,
            "unit": case.unit,
            "rule": rule,
            "matter": matter,
            "created_at": now,
            "due_on": due.on if due else timezone.localdate(now),
        },
    )
    if not is_new:
        return None
    issue_document(
        code="supervision_order",
        application=case.application,
        case=case,
        unit=case.unit,
        context=supervision_context(order, now=now),
        actor=actor,
        now=now,
    )
    _audit("order", order, actor, now, key=key)
    return order


def order_in_own_words(*, case: Case, matter: str, actor: Actor, now: datetime) -> Supervision:
    """The supervisor wants an answer for a case; given twice in the same words it is one order."""
    with transaction.atomic():
        locked = Case.objects.select_for_update().get(pk=case.pk)
        require(ORDER, SupervisionContext(locked, actor, now, given={"matter": matter}))
        matter = matter.strip()
        same = locked.supervisions.filter(rule=SupervisionRule.MANUAL, matter=matter, answered_at=None).first()
        if same is not None:
            return same
        key = f"manual:{locked.number}:{locked.supervisions.count() + 1}"
        order = order_supervision(
            case=locked, rule=SupervisionRule.MANUAL, key=key, matter=matter, now=now, actor=actor
        )
        if order is None:
            raise RuntimeError("The case is locked, so its orders are counted by one at a time")
    return order


def answer_supervision(*, order: Supervision, answer: str, actor: Actor, now: datetime) -> Supervision:
    """The head of the unit says why and what was done. A late answer is one too."""
    with transaction.atomic():
        locked = _locked(order)
        require(ANSWER, SupervisionContext(locked.case, actor, now, locked, {"answer": answer}))
        locked.answer, locked.answered_by_id, locked.answered_at = answer.strip(), actor.user_id, now
        locked.save(update_fields=["answer", "answered_by", "answered_at"])
        _audit("answer", locked, actor, now, late=timezone.localdate(now) > locked.due_on)
    return locked


def return_supervision(*, order: Supervision, reason: str, days: int, actor: Actor, now: datetime) -> Supervision:
    """退回重新答复: the answer is not enough. The unit answers the same order anew within `days` working days."""
    from cases.domain.documents import issue_document  # its module imports the shape of a change, as callers of this do

    with transaction.atomic():
        locked = _locked(order)
        case = locked.case
        given = {"reason": reason, "days": days}
        require(RETURN, SupervisionContext(case, actor, now, locked, given))
        due = due_on(now, Term(days, TermUnit.WORKING_DAY), calendar_for(locked.unit))
        row = SupervisionReturn.objects.create(
            order=locked,
            answer=locked.answer,
            answered_by=locked.answered_by,
            answered_at=locked.answered_at or now,
            reason=reason.strip(),
            returned_by_id=actor.user_id,
            returned_at=now,
            due_before=locked.due_on,
            due_on=due.on if due else timezone.localdate(now),
        )
        locked.answer, locked.answered_by, locked.answered_at = "", None, None
        locked.due_on, locked.times_returned = row.due_on, locked.times_returned + 1
        locked.save(update_fields=["answer", "answered_by", "answered_at", "due_on", "times_returned"])
        issue_document(
            code="supervision_order",
            application=case.application,
            case=case,
            unit=case.unit,
            context=returned_context(locked, row, now=now),
            actor=actor,
            now=now,
        )
        _audit("return", locked, actor, now, due_on=row.due_on.isoformat())
    return locked


def close_supervision(*, order: Supervision, remark: str = "", actor: Actor, now: datetime) -> Supervision:
    """The supervisor is content with the answer. One that is not enough is sent back (`return_supervision`)."""
    with transaction.atomic():
        locked = _locked(order)
        require(CLOSE, SupervisionContext(locked.case, actor, now, locked))
        locked.remark, locked.closed_by_id, locked.closed_at = remark.strip(), actor.user_id, now
        locked.save(update_fields=["remark", "closed_by", "closed_at"])
        _audit("close", locked, actor, now)
    return locked


def _locked(order: Supervision) -> Supervision:
    found: Supervision = (
        Supervision.objects.select_for_update(of=("self",))
        .select_related("case__unit__region", "case__application", "unit__region", "answered_by")
        .get(pk=order.pk)
    )
    return found


def _audit(act: str, order: Supervision, actor: Actor, now: datetime, **data: object) -> None:
    append_audit(
        action=f"supervision.{act}",
        user_id=actor.user_id,
        user_name=actor.name,
        subject=order,
        data={"case": order.case.number, **data},
        now=now,
    )
