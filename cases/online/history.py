"""The time line of a case for the applicant: what happened, with the papers issued by it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.actions import EVENTS
from cases.enums import StageConclusion
from cases.models import Case, CaseEvent, OfficialDocument
from cases.rules.linked import EX_OFFICIO
from catalog.choices import ProcedureKind
from core.text import format_moment

# What the desk does among itself is no step of the applicant's; the beginning of a stage stands among what is to come.
INNER = (
    "case.check_material",
    "case.give_opinion",
    "case.deliver",
    "case.start_stage",
    "case.note_no_parties",
    "case.override",
)
INNER_WORDS = ("propose_", "decline_")
# Papers between offices: what one unit thinks, or is told by the supervisor, is no paper of the applicant's.
INNER_PAPERS = ("supervision_order", "review_opinion", "archive_catalogue")
PROBLEMS = ("case.request_correction", "case.deny", "case.refuse_intake", "case.lapse", "case.terminate")
APPLICANT_ACTS = ("case.submit", "case.supply_paper", "case.supply_answer", "case.withdraw", "case.raise_objection")


def past(case: Case, events: Iterable[CaseEvent], documents: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Events in the shape of the time line component, oldest first, each with the papers issued by it."""
    papers = list(documents)
    rows = []
    for event in events:
        if is_inner(event.verb) or (event.verb == "case.accept" and case.kind in EX_OFFICIO):
            continue
        here = [paper for paper in papers if paper["issued_at"] == event.at]
        papers = [paper for paper in papers if paper not in here]
        rows.append(
            {
                "title": _title(case, event),
                "date": format_moment(event.at),
                "unit": event.unit_name or ("" if event.verb in APPLICANT_ACTS else case.unit.name),
                "person": acted_by(event),
                "text": _text(event),
                "tone": "problem" if event.verb in PROBLEMS else "",
                "papers": here,
            }
        )
    return rows


# What the authority does of its own motion nobody has applied for.
OWN_MOTION = {
    "case.submit": gettext_lazy("Opened by the authority itself: %(kind)s"),
    "case.grant": gettext_lazy("Decided: %(kind)s"),
    "case.deny": gettext_lazy("Decided: nothing is changed"),
}


def is_inner(verb: str) -> bool:
    return verb in INNER or verb.removeprefix("case.").startswith(INNER_WORDS)


def _title(case: Case, event: CaseEvent) -> str:
    if case.kind in EX_OFFICIO and event.verb in OWN_MOTION:
        return OWN_MOTION[event.verb] % {"kind": case.get_kind_display()}
    if event.verb == "case.end_stage":
        told = {
            StageConclusion.PASS: _("“%(stage)s” is done"),
            StageConclusion.FAIL: _("“%(stage)s”: not passed"),
            StageConclusion.BACK: _("“%(stage)s”: sent back to an earlier step"),
        }
        return told[StageConclusion(event.data["conclusion"])] % {"stage": event.data.get("name") or _("Stage")}
    if event.verb == "case.suspend" and event.data.get("kind") in ProcedureKind.values:
        procedure = ProcedureKind(event.data["kind"]).label
        return _("Counting of the days stopped: %(procedure)s") % {"procedure": procedure}
    return str(EVENTS.get(event.verb, event.verb))


def acted_by(event: CaseEvent) -> str:
    """Both names when somebody acted for the applicant."""
    if event.on_behalf_of:
        return _("%(agent)s for %(principal)s") % {"agent": event.actor_name, "principal": event.on_behalf_of}
    return event.actor_name


# Events whose words are written for the applicant too: they stand in the paper she gets.
TOLD = (
    "case.withdraw",
    "case.suspend",
    "case.resume",
    "case.extend",
    "case.terminate",
    "case.transfer",
)


def _text(event: CaseEvent) -> str:
    if event.verb == "case.supply_paper":
        return str(event.data.get("name", ""))
    return event.opinion if event.verb in TOLD else ""


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
