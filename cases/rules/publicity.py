"""Conditions on publicity and objections (domain.md §3.4; R23)."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cases.dues import last_day
from cases.models import Case, CaseStage, Objection, Publicity
from cases.rules.context import CaseContext
from cases.rules.masked import slips
from cases.rules.stages import REVIEW_ROLES, own_running
from catalog.choices import StepKind
from core.prepared import rows_of
from flow.conditions import Condition


def publicity_stage(context: CaseContext) -> CaseStage | None:
    """The running stage in which the actor publishes: a reviewer of the unit whose stage it is, and no other post of it."""
    if not context.actor.has_role(*REVIEW_ROLES):
        return None
    return next(iter(own_running(context.case, context.actor, StepKind.PUBLICITY)), None)


def running_publicity(case: Case) -> Publicity | None:
    return next((row for row in rows_of(case, "publicities") if row.ended_at is None), None)


def open_objections(publicity: Publicity) -> list[Objection]:
    return [row for row in publicity.objections.all() if row.handled_at is None]


def _turn(context: CaseContext) -> str | None:
    if publicity_stage(context) is not None:
        return None
    return _("No publicity of your unit is due now.")


def _not_running(context: CaseContext) -> str | None:
    if running_publicity(context.case) is None:
        return None
    return _("The publicity is running already.")


def _running(context: CaseContext) -> str | None:
    if running_publicity(context.case) is not None:
        return None
    return _("No publicity is running.")


def _masked(context: CaseContext) -> str | None:
    found = slips(context.case, str(context.given.get("content", "")), on=context.today)
    return " ".join(found) if found else None


def _open_to_objections(context: CaseContext) -> str | None:
    row = running_publicity(context.case)
    if row is not None and row.starts_on <= context.today <= row.ends_on:
        return None
    if row is None:
        return _("No publicity is running.")
    return _("Objections could be raised until %(day)s.") % {"day": last_day(context.case, row.ends_on)}


def _term_over(context: CaseContext) -> str | None:
    row = running_publicity(context.case)
    if row is None or row.ends_on < context.today:
        return None
    return _("The publicity runs until the end of %(day)s; it can be ended from the day after.") % {
        "day": last_day(context.case, row.ends_on)
    }


def _objections_handled(context: CaseContext) -> str | None:
    row = running_publicity(context.case)
    waiting = open_objections(row) if row else []
    if not waiting:
        return None
    return _("Objections not yet answered: %(count)s.") % {"count": len(waiting)}


def _may_end(context: CaseContext) -> str | None:
    """The unit of the stage; the periodic work when nobody's objection was upheld."""
    if publicity_stage(context) is not None:
        return None
    row = running_publicity(context.case)
    if context.actor.is_system and row is not None and not any(one.upheld for one in row.objections.all()):
        return None
    return _("No publicity of your unit is due now.")


def _objection_open(context: CaseContext) -> str | None:
    row = running_publicity(context.case)
    pk, waiting = context.given.get("objection"), open_objections(row) if row else []
    if waiting and (pk is None or any(one.pk == pk for one in waiting)):
        return None
    return _("No objection waits for an answer.")


def _clear(context: CaseContext) -> str | None:
    """T14: every publicity is over and without an open objection."""
    for row in rows_of(context.case, "publicities"):
        if waiting := open_objections(row):
            return _("Objections not yet answered: %(count)s.") % {"count": len(waiting)}
        if row.ended_at is None:
            return _("The publicity has not been ended yet.")
    return None


PUBLICITY_TURN = Condition("publicity_turn", "domain.md §3.4", _turn)
NO_PUBLICITY_RUNNING = Condition("no_publicity_running", "", _not_running)
PUBLICITY_RUNNING = Condition("publicity_running", "", _running)
CONTENT_MASKED = Condition("content", "政府信息公开条例 第15条", _masked, asked=True)
OPEN_TO_OBJECTIONS = Condition("open_to_objections", "", _open_to_objections)
TERM_OVER = Condition("term_over", "domain.md §3.4", _term_over)
OBJECTIONS_HANDLED = Condition("objections_handled", "domain.md §3.4", _objections_handled)
MAY_END_PUBLICITY = Condition("may_end_publicity", "domain.md §11", _may_end)
OBJECTION_OPEN = Condition("objection_open", "", _objection_open)
PUBLICITY_CLEAR = Condition("publicity_clear", "domain.md §3.3 T14", _clear)
