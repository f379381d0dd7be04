"""The way through one visit: five steps, which are done, which is next."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from cases.domain.door import TO_HAND_OVER
from cases.enums import VisitState
from cases.models import Case, Visit
from core.text import format_day


@dataclass(frozen=True)
class Step:
    """A line of the task list; names of the attributes are those of the component."""

    name: str
    href: str
    state: str
    tone: str
    hint: str = ""


def steps_of(visit: Visit, cases: list[Case], *, mandated: bool) -> list[Step]:
    """`mandated`: the mandate is in force today; without it nothing behind the second step can be opened."""
    return [
        _person(visit),
        _mandate(visit, mandated=mandated),
        *_application(visit, cases, mandated=mandated),
        _result(visit, cases, mandated=mandated),
    ]


def _person(visit: Visit) -> Step:
    name = _("1. Establish who the person is")
    if visit.resident is not None:
        return Step(name, "", _("Done"), "done", visit.resident.name)
    return Step(name, _at("person", visit), _("To do"), "todo", _("Have the identity card shown"))


def _mandate(visit: Visit, *, mandated: bool) -> Step:
    name = _("2. Record the mandate")
    if visit.mandate is not None and mandated:
        until = _("until %(day)s") % {"day": format_day(visit.mandate.valid_to)}
        return Step(name, reverse("door:mandate", args=[visit.mandate.public_id]), _("Done"), "done", until)
    if visit.resident is None or not _open(visit):
        return Step(name, "", _("Not yet"), "todo")
    return Step(name, _at("scope", visit), _("To do"), "todo", _("Read out, sign"))


def _application(visit: Visit, cases: list[Case], *, mandated: bool) -> list[Step]:
    fill, check = _("3. Take the application"), _("4. Read it back and submit")
    application = visit.application
    if visit.state == VisitState.DELIVERED:
        return [Step(fill, "", _("Done"), "done"), _submitted(check, cases)]
    if not mandated or not _open(visit):
        return [Step(fill, "", _("Not yet"), "todo"), Step(check, "", _("Not yet"), "todo")]
    if application is None:
        return [Step(fill, _at("begin", visit), _("To do"), "todo"), Step(check, "", _("Not yet"), "todo")]
    if application.submitted_at is None:
        return [
            Step(fill, reverse("online:tasks", args=[application.public_id]), _("Begun"), "doing"),
            Step(check, reverse("door:read_back", args=[application.public_id]), _("To do"), "todo"),
        ]
    return [Step(fill, "", _("Done"), "done"), _submitted(check, cases)]


def _submitted(name: str, cases: list[Case]) -> Step:
    return Step(name, "", _("Done"), "done", "、".join(case.number or "" for case in cases))


def _result(visit: Visit, cases: list[Case], *, mandated: bool) -> Step:
    name = _("5. Bring the result and have it signed for")
    if visit.state == VisitState.DELIVERED:
        return Step(name, "", _("Done"), "done")
    if mandated and any(case.status in TO_HAND_OVER for case in cases):
        return Step(name, _at("hand_over", visit), _("To do"), "todo")
    return Step(name, "", _("Not yet"), "todo")


def _open(visit: Visit) -> bool:
    return visit.state in (VisitState.ASSIGNED, VisitState.HANDLING)


def _at(name: str, visit: Visit) -> str:
    return reverse(f"door:{name}", args=[visit.public_id])
