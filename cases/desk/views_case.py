"""The page of one case, and the acts on it. Each view fetches what the actor may see, calls one verb, and shows."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts.actors import Actor
from accounts.models import Role
from cases.desk.access import actor_of, case_staff, case_to_act_on, visible_case
from cases.desk.actions import actions_of
from cases.desk.acts import ACTS
from cases.desk.case_page import CasePage, load_page
from cases.desk.forms import NoteForm, RevealForm
from cases.desk.intake.checks import check_lines
from cases.desk.overriding import rules_of
from cases.desk.queues import next_in_queue
from cases.desk.review.panels import review_of
from cases.desk.supplying import outstanding_of
from cases.domain.reading import note_case_read, reveal_answers, reveal_holder
from cases.domain.review import add_note
from cases.models import Case
from cases.rules.context import CaseContext
from cases.rules.verbs import CONDITIONS, before_form
from core.errors import Refused
from flow.conditions import unmet


@require_safe
@never_cache
@case_staff
def show(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    case = visible_case(request, public_id)
    note_case_read(case=case, actor=actor_of(request), now=timezone.now())
    return render_case(request, case)


def render_case(
    request: HttpRequest,
    case: Case,
    *,
    bound: Mapping[str, Form] | None = None,
    revealed: Mapping[str, str] | None = None,
    answers_in_full: bool = False,
    note_form: NoteForm | None = None,
    reveal_form: RevealForm | None = None,
) -> HttpResponse:
    actor, now = actor_of(request), timezone.now()
    page: CasePage = load_page(case, now=now, revealed=revealed or {}, answers_in_full=answers_in_full)
    review = review_of(case, actor, now=now, today=timezone.localdate(now))
    context: dict[str, Any] = {
        "page": page,
        "today": timezone.localdate(now),
        "review": review,
        "case": case,
        "actor": actor,
        "actions": actions_of(case=case, actor=actor, now=now, bound=bound, opened=request.GET.get("act", "")),
        "more": _further_pages(case, actor),
        "may_override": bool(rules_of(case, actor, now)),
        "next_case": next_in_queue(case, actor, timezone.localdate(now)),
        "note_form": note_form or NoteForm(prefix="note"),
        "reveal_form": reveal_form or RevealForm(prefix="reveal"),
        "reveal_open": reveal_form is not None,
        "can_amend": not unmet(before_form("amend_answer"), CaseContext(case, actor, now)),
        **check_context(case, page, actor, now),
        "header_title": f"{case.number} {case.version.name}",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Workbench")},
            {"url": reverse("desk:cases"), "label": _("Cases")},
            {"url": "", "label": case.number},
        ],
    }
    return TemplateResponse(request, "cases/desk/case.html", context)


def _further_pages(case: Case, actor: Actor) -> list[dict[str, str]]:
    """What is done about this case on a page of its own."""
    number = f"?case={case.number}"
    pages = []
    if actor.has_role(Role.SUPERVISOR):
        pages.append({"url": reverse("desk:supervision_new") + number, "label": _("Supervision order for this case")})
    if actor.has_role(Role.APPROVER, Role.UNIT_HEAD) and actor.unit_id == case.unit_id:
        pages.append(
            {"url": reverse("desk:bar_new") + number, "label": _("Bar the applicant for false papers or fraud")}
        )
    return pages


def check_context(case: Case, page: CasePage, actor: Actor, now: datetime) -> dict[str, Any]:
    """The check table, for those who may check in this state."""
    context = CaseContext(case, actor, now)
    if unmet(CONDITIONS["check_material"], context):
        return {"check_lines": [], "can_correct": False, "may_supply": False}
    papers = [row.paper for row in page.papers if row.paper is not None]
    return {
        "check_lines": check_lines(case, papers),
        "can_correct": not unmet(before_form("request_correction"), context),
        "may_supply": bool(outstanding_of(case)),
    }


@require_POST
@case_staff
def act(request: HttpRequest, public_id: uuid.UUID, verb: str) -> HttpResponse:
    """Do one act. What the verb refuses is shown beside what was typed; nothing is lost."""
    if verb not in ACTS:
        raise Http404("no such act")
    case = case_to_act_on(request, public_id)
    form = ACTS[verb].form(request.POST, request.FILES, case=case, actor=actor_of(request), prefix=verb)
    if not form.is_valid():
        return render_case(request, visible_case(request, public_id), bound={verb: form})
    try:
        ACTS[verb].call(case=case, actor=actor_of(request), now=timezone.now(), **form.cleaned_data)
    except Refused as refused:
        for reason in refused.reasons:
            form.add_error(reason.code if reason.code in form.fields else None, reason.text)
            messages.error(request, reason.text)
        return render_case(request, visible_case(request, public_id), bound={verb: form})
    messages.success(request, ACTS[verb].message % {"number": case.number})
    return redirect(_after(request, case))


def _after(request: HttpRequest, case: Case) -> str:
    """To the next case of the queue when asked for, else back to this one."""
    if request.POST.get("go") == "next":
        following = next_in_queue(case, actor_of(request), timezone.localdate())
        if following is None:
            messages.info(request, _("The queue is empty."))
            return reverse("wagtailadmin_home")
        return reverse("desk:case", args=[following.public_id])
    if request.POST.get("back") == "intake":
        return reverse("desk:intake_check", args=[case.application.public_id])
    return reverse("desk:case", args=[case.public_id])


@require_POST
@case_staff
def write_note(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    case = visible_case(request, public_id)
    form = NoteForm(request.POST, prefix="note")
    if not form.is_valid():
        return render_case(request, case, note_form=form)
    add_note(case=case, text=form.cleaned_data["text"], actor=actor_of(request), now=timezone.now())
    messages.success(request, _("The note was added."))
    return redirect(reverse("desk:case", args=[case.public_id]) + "#notes")


@require_POST
@never_cache
@case_staff
def reveal(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Show one field in full, once, in this answer; the act is logged."""
    case, actor, now = visible_case(request, public_id), actor_of(request), timezone.now()
    form = RevealForm(request.POST, prefix="reveal")
    if not form.is_valid():
        return render_case(request, case, reveal_form=form)
    field, reason = form.cleaned_data["field"], form.cleaned_data["reason"]
    try:
        if field == "answers":
            reveal_answers(case=case, reason=reason, actor=actor, now=now)
            return render_case(request, case, answers_in_full=True)
        value = reveal_holder(case=case, field=field, reason=reason, actor=actor, now=now)
    except Refused as refused:
        for problem in refused.reasons:
            form.add_error("reason" if problem.code == "reason" else None, problem.text)
        return render_case(request, case, reveal_form=form)
    return render_case(request, case, revealed={field: value})


@require_safe
@case_staff
def go_next(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """The next case of the queue, without deciding this one."""
    case = visible_case(request, public_id)
    following = next_in_queue(case, actor_of(request), timezone.localdate())
    if following is None:
        messages.info(request, _("The queue is empty."))
        return redirect("wagtailadmin_home")
    return redirect("desk:case", following.public_id)
