"""When papers have to travel: the window that took them in is not that of the unit that decides (domain.md §3.6)."""

from __future__ import annotations

from django.utils.translation import gettext as _

from accounts.models import Role
from cases.models import Case, HandedPaper, HandOver
from cases.queries.cases import UNIT_ROLES
from cases.rules.context import CaseContext
from core.prepared import rows_of
from core.text import format_moment
from flow.conditions import Condition


def taken_in_elsewhere(case: Case) -> bool:
    """Whether another unit's window has the papers."""
    point = case.application.point
    return point is not None and point.unit_id != case.unit_id


def papers_to_travel(case: Case) -> list[HandedPaper]:
    """What lies at the window on paper, of the papers this case needs; files travel by themselves."""
    keys = {material.key for material in rows_of(case, "materials")}
    here = case.application.papers.filter(replaced_at=None, seen_on_paper=True).order_by("id")
    return [paper for paper in here if paper.key in keys]


def open_hand_over(case: Case) -> HandOver | None:
    return next((row for row in rows_of(case, "hand_overs") if row.received_at is None), None)


def _elsewhere(context: CaseContext) -> str | None:
    if taken_in_elsewhere(context.case):
        return None
    return _("The papers were taken in by the unit that decides; nothing has to travel.")


def _by_window(context: CaseContext) -> str | None:
    point, post = context.case.application.point, context.actor.post
    if post is not None and context.actor.has_role(Role.WINDOW_CLERK) and point and post.point_id == point.pk:
        return None
    return _("Only the window that took the papers in can hand them over.")


def _by_receiver(context: CaseContext) -> str | None:
    case, actor = context.case, context.actor
    if actor.has_role(Role.WINDOW_CLERK, *UNIT_ROLES) and actor.unit_id == case.unit_id:
        return None
    return _("Only staff of %(unit)s can sign for the papers.") % {"unit": case.unit.name}


def _something(context: CaseContext) -> str | None:
    return None if papers_to_travel(context.case) else _("No paper of this case lies at the window.")


def _none_open(context: CaseContext) -> str | None:
    row = open_hand_over(context.case)
    if row is None:
        return None
    return _("The papers are on their way since %(at)s; the receiver has not signed yet.") % {
        "at": format_moment(row.sent_at)
    }


def _one_open(context: CaseContext) -> str | None:
    return None if open_hand_over(context.case) else _("No papers are on their way.")


ELSEWHERE = Condition("taken_in_elsewhere", "国办发〔2020〕35号", _elsewhere)
BY_WINDOW = Condition("by_window", "domain.md §11", _by_window)
BY_RECEIVER = Condition("by_receiver", "domain.md §11", _by_receiver)
SOMETHING_THERE = Condition("papers_there", "", _something)
NONE_OPEN = Condition("no_open_hand_over", "", _none_open)
ONE_OPEN = Condition("open_hand_over", "", _one_open)
