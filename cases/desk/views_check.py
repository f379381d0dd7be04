"""The first check of the papers, and the one complete correction notice that may follow from it."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from cases.desk.access import actor_of, case_to_act_on, clerks, visible_case
from cases.desk.acts import ACTS
from cases.desk.checking import findings_from, record_findings, unanswered, wrong_papers
from cases.domain.correct import Defect, request_correction
from cases.domain.intake import accept_case
from cases.handed import papers_in_force
from cases.models import Case
from cases.rules.amending import sent_online
from cases.rules.context import CaseContext
from cases.rules.verbs import before_form
from core.errors import Refused
from core.prepared import rows_of
from core.text import format_limit
from flow.conditions import unmet

EXTRA_ROWS = 2


@require_POST
@clerks
def check(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Keep what was found, then accept or go on to the notice when that button was pressed."""
    case = case_to_act_on(request, public_id)
    prefetch_related_objects([case], "materials")
    actor, now = actor_of(request), timezone.now()
    then = request.POST.get("then", "")
    try:
        findings = findings_from(request.POST, rows_of(case, "materials"))
        changed = record_findings(case=case, findings=findings, actor=actor, now=now)
        if then == "accept":
            accept_case(case=case, actor=actor, now=now)
            messages.success(request, ACTS["accept"].message % {"number": case.number})
        elif then != "correct" and changed:
            messages.success(request, _("The check of %(count)s papers was saved.") % {"count": changed})
    except Refused as refused:
        for reason in refused.reasons:
            messages.error(request, f"{case.number}：{reason.text}")
        return redirect(_back(request, case))
    if then == "correct":
        query = "?back=intake" if _from_intake(request) else ""
        return redirect(reverse("desk:correction", args=[case.public_id]) + query)
    return redirect(_back(request, case))


@require_http_methods(["GET", "POST"])
@clerks
def correction(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """The whole notice before it is given: every line can be mended, nothing can be told a second time."""
    case = visible_case(request, public_id)
    prefetch_related_objects([case], "materials")
    actor, now = actor_of(request), timezone.now()
    if request.method == "POST":
        defects = _defects_from(request, case)
        try:
            request_correction(case=case, defects=defects, actor=actor, now=now)
        except Refused as refused:
            for reason in refused.reasons:
                messages.error(request, reason.text)
            return _notice_page(request, case, defects)
        messages.success(request, ACTS["request_correction"].message % {"number": case.number})
        return redirect(_back(request, case))
    return _notice_page(request, case, [*wrong_papers(case), *unanswered(case)])


def _defects_from(request: HttpRequest, case: Case) -> list[Defect]:
    """The ticked lines, in their order, and the added ones."""
    names = {material.key: material.name for material in rows_of(case, "materials")}
    names |= {field.key: field.label for field in case.version.facts.form}
    data = request.POST
    keys = [key for key in data.getlist("include") if key in names]
    keys += [key for n in range(EXTRA_ROWS) if (key := data.get(f"extra_{n}", "")) in names and key not in keys]
    extras = {data.get(f"extra_{n}", ""): n for n in range(EXTRA_ROWS)}
    return [
        Defect(
            key=key,
            name=names[key],
            reason=(data.get(f"reason_{key}") or data.get(f"extra_reason_{extras.get(key)}") or "").strip()[:300],
            remedy=(data.get(f"remedy_{key}") or data.get(f"extra_remedy_{extras.get(key)}") or "").strip()[:300],
        )
        for key in keys
    ]


def _notice_page(request: HttpRequest, case: Case, defects: list[Defect]) -> HttpResponse:
    limit = case.version.facts.correction_limit
    told = {defect.key for defect in defects}
    fields = [(field.key, field.label) for field in case.version.facts.form if field.key not in told]
    papers = [(m.key, m.name) for m in rows_of(case, "materials") if m.key not in told]
    context = CaseContext(case, actor_of(request), timezone.now(), {})
    on_paper_only = {m.key for m in case.version.facts.materials if m.form == "paper"}
    online = sent_online(papers_in_force(case.application)) - on_paper_only
    return TemplateResponse(
        request,
        "cases/desk/correction.html",
        {
            "case": case,
            "defects": defects,
            "choices": papers + fields,
            "online": [m.name for m in rows_of(case, "materials") if m.key in online],
            "extra": range(EXTRA_ROWS),
            "limit": format_limit(limit.n, limit.unit),
            "why_not": unmet(before_form("request_correction"), context),
            "back": request.GET.get("back") or request.POST.get("back", ""),
            "header_title": _("Correction notice"),
            "breadcrumbs_items": [
                {"url": reverse("desk:cases"), "label": _("Cases")},
                {"url": reverse("desk:case", args=[case.public_id]), "label": case.number},
                {"url": "", "label": _("Correction notice")},
            ],
        },
    )


def _from_intake(request: HttpRequest) -> bool:
    return (request.POST.get("back") or request.GET.get("back")) == "intake"


def _back(request: HttpRequest, case: Case) -> str:
    if _from_intake(request):
        return reverse("desk:intake_check", args=[case.application.public_id]) + f"#case-{case.pk}"
    return reverse("desk:case", args=[case.public_id])
