"""Check the answers, be told what happens with the data, declare, submit, and see the numbers."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from accounts.pending import signed_in_required, take_pending
from cases.domain.submit import declare_and_submit
from cases.enums import Channel
from cases.models import Application
from cases.online.access import actor_of, own_cases, submitted_application, today, with_draft
from cases.online.forms.declare import DeclareForm
from cases.online.renewing import was_renewed
from cases.online.sheet import PaperLine, Sheet
from cases.rules.answers import shown_answer
from cases.rules.papers import PaperWay
from cases.rules.submission import needs_guardian
from core.errors import Refused


@require_safe
@with_draft
def check(request: HttpRequest, application: Application) -> HttpResponse:
    """Every answer with a link to change it; what is missing is said and stops nothing. At the door this is the page
    that is read out."""
    if application.channel == Channel.DOOR:
        return redirect("door:read_back", application.public_id)
    sheet = Sheet(application)
    context = {
        "application": application,
        "groups": answer_groups(sheet),
        "unanswered": sheet.unanswered(sheet.fields),
        "missing": sheet.missing_papers,
        "fetched": sheet.ways(PaperWay.SHARED, PaperWay.MANDATE),
    }
    return render(request, "cases/online/check.html", context)


def answer_groups(sheet: Sheet) -> list[dict[str, Any]]:
    """Every answer and paper as summary lists, each with the address where it is changed."""
    public_id = sheet.application.public_id
    questions = [
        {
            "key": q.situation.question,
            "value": q.shown,
            "href": reverse("online:question", args=[public_id, q.situation.key]) + "?check",
        }
        for q in sheet.questions
    ]
    sections = [
        {
            "title": name or _("Details"),
            "rows": [
                {
                    "key": one.label,
                    "value": shown_answer(one, sheet.answer(one.key)),
                    "href": reverse("online:field", args=[public_id, one.key]) + "?check",
                }
                for one in fields
            ],
        }
        for name, fields in sheet.sections.items()
    ]
    papers = [_paper_row(line, public_id) for line in sheet.asked_papers]
    groups = [
        {"title": _("Your situation"), "rows": questions},
        *sections,
        {"title": _("Papers you hand in"), "rows": papers},
    ]
    return [group for group in groups if group["rows"]]


def _paper_row(line: PaperLine, public_id: UUID) -> dict[str, str]:
    handed = line.handed
    return {
        "key": line.material.name,
        "value": handed.file.original_name if handed and handed.file else _("Not handed in yet"),
        "href": reverse("online:hand_in", args=[public_id, line.material.key]) + "?check",
    }


@require_http_methods(["GET", "POST"])
@with_draft
def declare(request: HttpRequest, application: Application) -> HttpResponse:
    """Privacy notice, consents of their own, declaration, and the one button that submits."""
    if application.channel == Channel.DOOR:
        return redirect("door:read_back", application.public_id)
    sheet = Sheet(application)
    consents = [line.material for line in sheet.ways(PaperWay.CONSENT)]
    typed = request.POST if request.method == "POST" else take_pending(request)
    for_child = needs_guardian(application.applicant, on=today())
    form = DeclareForm(typed, consents=consents, for_child=for_child)
    if request.method == "POST" and was_renewed(request, application):
        return redirect("online:check", application.public_id)
    if request.method == "POST" and form.is_valid():
        try:
            _submit(request, application, form)
        except Refused as refused:
            form.refuse(refused)
        else:
            return redirect("online:done", application.public_id)
    context = {
        "application": application,
        "cases": sheet.cases,
        "form": form,
        "made": sheet.ways(PaperWay.FORM),
        "sensitive": [line for line in sheet.papers if line.material.sensitive],
    }
    return render(request, "cases/online/declare.html", context)


def _submit(request: HttpRequest, application: Application, form: DeclareForm) -> None:
    declare_and_submit(
        application=application,
        consents_asked=form.consents,
        consents_given=form.given,
        guardian=form.guardian,
        actor=actor_of(request),
        now=timezone.now(),
    )


@never_cache
@signed_in_required
@require_safe
def done(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """The numbers, what happens next and by when, and the receipt."""
    application = submitted_application(request, public_id)
    if application is None:
        raise Http404
    context = {
        "application": application,
        "cases": own_cases(request).for_list().filter(application=application).order_by("id"),
        "receipt": application.documents.filter(code="receipt_of_materials").first(),
    }
    return render(request, "cases/online/done.html", context)
