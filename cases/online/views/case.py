"""Tracking one case: where it is, what I must do, what happened and what comes, papers, result."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cases.enums import OPEN, MaterialState, Status
from cases.models import Case, Certificate, OfficialDocument
from cases.online.access import actor_of, own_cases, today, with_case
from cases.online.ahead import to_come
from cases.online.asks import asks_of
from cases.online.history import INNER_PAPERS, paper_links, past
from cases.online.linked import cases_around
from cases.online.pauses import pauses_of
from cases.online.standing import standing_of
from cases.online.together import whole_around
from cases.online.views.receive import RESULTS
from cases.rules.linked import EX_OFFICIO

UNDELIVERED = (Status.GRANTED, Status.DENIED, Status.DELIVERING)
TONES = {
    MaterialState.OK: "done",
    MaterialState.SHARED: "done",
    MaterialState.PROVIDED: "waiting",
    MaterialState.MISSING: "problem",
    MaterialState.DEFECT: "problem",
    MaterialState.LATER: "waiting",
    MaterialState.PROMISED: "done",
}


@require_safe
@with_case
def case(request: HttpRequest, case: Case) -> HttpResponse:
    on, calendar = today(), case.calendar
    documents = OfficialDocument.objects.filter(Q(case=case) | Q(case=None, application=case.application_id))
    waiting = case.status in UNDELIVERED
    links = paper_links(documents.exclude(code__in=INNER_PAPERS).defer("context"))
    shown = [link for link in links if not (waiting and link["code"] in RESULTS)]
    notice = case.correction
    certificate = Certificate.objects.filter(case=case).select_related("document", "issuer").first()
    context: dict[str, Any] = {
        "case": case,
        "asks": asks_of(case, on=on, calendar=calendar),
        "whole": whole_around(case, own_cases(request), on=on, calendar=calendar),
        "around": cases_around(case, own_cases(request), on=on, calendar=calendar),
        "pauses": pauses_of(case, on=on, calendar=calendar),
        "facts": case.version.facts,
        "standing": standing_of(case, on=on, calendar=calendar),
        "correction": list(notice.items.all()) if notice and case.status == Status.CORRECTION_REQUIRED else [],
        "notice": notice,
        "events": [*past(case, case.events.all(), shown), *to_come(case, on=on, calendar=calendar)],
        "papers": shown,
        "material_tasks": [_material(row) for row in case.materials.all()],
        "certificate": certificate,
        "waiting_result": waiting,
        "own_motion": case.kind in EX_OFFICIO,
        "can_withdraw": case.status in OPEN,
        "agent_line": _agent_line(case, actor_of(request).resident_id),
    }
    return render(request, "cases/online/case.html", context)


def _material(row: Any) -> dict[str, Any]:
    return {
        "name": row.name,
        "state": row.get_state_display(),
        "tone": TONES.get(row.state, "todo"),
        "hint": row.defect,
    }


def _agent_line(case: Case, resident_id: int | None) -> str:
    mandate = case.application.mandate
    if mandate is None:
        return ""
    words = {"agent": mandate.agent.display_name, "principal": case.applicant.name, "relation": mandate.relation}
    if case.applicant_id == resident_id:
        return _("%(agent)s (%(relation)s) acts for you in this case under your mandate.") % words
    return _("You act in this case for %(principal)s. Both names stand in every step and on every paper.") % words
