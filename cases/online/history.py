"""The time line of a case for the applicant: what happened, where it is, what comes and by when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from cases.actions import EVENTS
from cases.clock import term
from cases.enums import DECIDED, FINAL, Status
from cases.models import Case, CaseEvent, OfficialDocument
from catalog.content import Step
from core.text import format_day, format_limit, format_moment
from flow.clocks import due_on
from places.calendar import calendar_for

# What the desk does among itself is no step of the applicant's.
INNER = ("case.check_material", "case.give_opinion", "case.propose_refusal", "case.deliver")
PROBLEMS = ("case.request_correction", "case.deny", "case.refuse_intake")
APPLICANT_ACTS = ("case.submit", "case.supply_paper", "case.supply_answer", "case.withdraw")


def past(case: Case, events: Iterable[CaseEvent], documents: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Events in the shape of the time line component, oldest first, each with the papers issued by it."""
    papers = list(documents)
    rows = []
    for event in events:
        if event.verb in INNER:
            continue
        rows.append(
            {
                "title": EVENTS.get(event.verb, event.verb),
                "date": format_moment(event.at),
                "unit": event.unit_name or ("" if event.verb in APPLICANT_ACTS else case.unit.name),
                "person": acted_by(event),
                "text": _text(event),
                "tone": "problem" if event.verb in PROBLEMS else "",
                "papers": [paper for paper in papers if paper["issued_at"] == event.at],
            }
        )
    return rows


def acted_by(event: CaseEvent) -> str:
    """Both names when somebody acted for the applicant."""
    if event.on_behalf_of:
        return _("%(agent)s for %(principal)s") % {"agent": event.actor_name, "principal": event.on_behalf_of}
    return event.actor_name


def _text(event: CaseEvent) -> str:
    if event.verb == "case.supply_paper":
        return str(event.data.get("name", ""))
    return event.opinion if event.verb == "case.withdraw" else ""


def to_come(case: Case, *, on: date) -> list[dict[str, Any]]:
    """The steps of the published procedure that are still ahead, with the day each ends at the latest.

    Once a date has passed nothing honest can be said of the later ones: they keep their length of time only.
    """
    status = Status(case.status)
    if status in FINAL:
        return []
    ahead = [step for step in case.version.facts.steps if _is_ahead(step, status)]
    rows = [_row(case, step) for step in ahead]
    _date(case, ahead, rows, on)
    if rows:
        rows[0]["tone"] = "now"
    return rows


def _is_ahead(step: Step, status: Status) -> bool:
    if status in DECIDED:
        return step.kind == "deliver"
    if status in (Status.RECEIVED, Status.CORRECTION_REQUIRED):
        return True
    return step.kind != "accept"


def _row(case: Case, step: Step) -> dict[str, Any]:
    limit = step.limit
    within = _("in turn")
    if limit is not None and limit.unit == "instant":
        within = format_limit(limit.n, limit.unit)
    elif limit is not None and limit.n:
        within = _("within %(limit)s") % {"limit": format_limit(limit.n, limit.unit)}
    return {"title": step.name, "date": within, "unit": _unit(case, step), "tone": "next", "text": step.note}


def _unit(case: Case, step: Step) -> str:
    """The deciding unit where the level is its own; other levels are named by their level."""
    if step.level == case.version.facts.deciding_level:
        return case.unit.name
    town = case.region.town
    names = {"village": case.region.name, "town": town.name if town else "", "county": case.item.department.name}
    return names.get(step.level, "")


def _date(case: Case, steps: list[Step], rows: list[dict[str, Any]], on: date) -> None:
    """Chain the limits of the steps from the day the last one ended; the promised day stands over the sum."""
    status, calendar = Status(case.status), calendar_for(case.unit)
    if status == Status.CORRECTION_REQUIRED:
        return  # nobody knows yet when the papers will come
    begin: date | None = timezone.localdate(case.accepted_at) if case.accepted_at else case.intake_due_on
    for step, row in zip(steps, rows, strict=True):
        last, provisional = None, False
        if step.kind == "accept":
            last, provisional = case.intake_due_on, case.due_provisional
        elif step.kind == "deliver" and case.delivery_due_on:
            last = case.delivery_due_on
        elif begin is not None and step.limit is not None and (step.limit.n or step.limit.unit == "instant"):
            due = due_on(begin, term(step.limit), calendar) if step.limit.unit != "hour" else None
            if due is not None:
                last, provisional = due.on, due.provisional
        if last is None:
            continue
        if step.kind != "deliver" and case.promised_due_on and last > case.promised_due_on:
            last = case.promised_due_on
        if last < on and step.kind != "deliver" and case.promised_due_on:
            last = case.promised_due_on  # behind in this step: what was promised for the whole still counts
        if last < on:
            row["date"] = _("should have been done by %(day)s") % {"day": format_day(last)}
            return
        row["date"] = _("by %(day)s at the latest") % {"day": format_day(last)}
        if provisional:
            row["date"] += _(" (provisional)")
        begin = last


def paper_links(documents: Iterable[OfficialDocument]) -> list[dict[str, Any]]:
    return [
        {
            "name": f"{document.title} {document.number}".strip(),
            "href": reverse("online:document", args=[document.public_id]),
            "issued_at": document.issued_at,
            "state": document.state,
            "label": document.get_state_display(),
            "problem": document.problem,
            "code": document.code,
        }
        for document in documents
    ]
