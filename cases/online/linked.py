"""The cases around a case: what it follows from, what followed from it, the others of the same application."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from cases.enums import CaseKind
from cases.models import Case
from cases.online.standing import Standing, standing_of
from cases.queries.cases import CaseQuerySet
from flow.calendar import WorkCalendar


@dataclass(frozen=True)
class Around:
    """`tie`: how it hangs together with the case that is looked at."""

    case: Case
    standing: Standing
    tie: str


def cases_around(case: Case, among: CaseQuerySet, *, on: date, calendar: WorkCalendar) -> list[Around]:
    """`among`: the cases that may be shown; one query, whatever hangs together."""
    ties = Q(pk=case.origin_id) | Q(origin=case) | Q(application=case.application_id)
    found = among.filter(ties).exclude(pk=case.pk).order_by("id").for_following()
    return [Around(one, standing_of(one, on=on, calendar=calendar), _tie(one, case)) for one in found]


def _tie(one: Case, case: Case) -> str:
    if one.pk == case.origin_id:
        return _("The earlier decision this is about")
    if one.origin_id == case.pk:
        return str(one.get_kind_display()) if one.kind != CaseKind.INITIAL else _("Followed from this")
    return _("In the same application")
