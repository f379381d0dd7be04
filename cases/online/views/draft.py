"""The draft: task list, one question a page, giving it up."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.pending import take_pending
from cases.domain.applications import save_answers
from cases.domain.drafts import discard_draft
from cases.domain.one_thing import choose_parts
from cases.models import Application
from cases.online.access import actor_of, with_draft
from cases.online.forms.answers import AnswerForm, SituationForm
from cases.online.forms.parts import PartsForm
from cases.online.identity import draft_identity_lines
from cases.online.parts import next_in_section, parts_of, place_in_section
from cases.online.sheet import Sheet
from cases.rules.asked import spread, told_answers
from cases.rules.papers import PaperWay
from catalog.models import OneThing
from catalog.packages import package_of, with_parts
from core.errors import Refused


@require_safe
@with_draft
def tasks(request: HttpRequest, application: Application) -> HttpResponse:
    """Home base: what is done, what is left; everything typed so far is kept."""
    sheet = Sheet(application)
    parts = parts_of(sheet)
    context = {
        "application": application,
        "cases": sheet.cases,
        "parts": parts,
        "done": sum(part.is_done for part in parts),
        "fetched": sheet.ways(PaperWay.SHARED, PaperWay.MANDATE),
        "made": sheet.ways(PaperWay.FORM, PaperWay.CONSENT),
        "identity": draft_identity_lines(
            application, [case.version.facts for case in sheet.cases], by_staff=actor_of(request).is_staff
        ),
    }
    return render(request, "cases/online/tasks.html", context)


@require_http_methods(["GET", "POST"])
@with_draft
def field(request: HttpRequest, application: Application, key: str) -> HttpResponse:
    """One field of the form; then the next of its section, or back to where the change began."""
    sheet = Sheet(application)
    asked = sheet.field(key)
    if asked is None:
        raise Http404
    typed = request.POST if request.method == "POST" else take_pending(request)
    form = AnswerForm(typed, asked=asked, answer=sheet.answer(key))
    following = next_in_section(sheet, asked)
    if request.method == "POST" and form.is_valid():
        try:
            save_answers(application=application, answers={key: form.answer}, now=timezone.now())
        except Refused as refused:
            form.refuse(refused)
        else:
            if "check" not in request.GET and following is not None:
                return redirect("online:field", application.public_id, following.key)
            return redirect(_back(request, application))
    context = {
        "application": application,
        "asked": asked,
        "form": form,
        "place": place_in_section(sheet, asked),
        "skip": reverse("online:field", args=[application.public_id, following.key])
        if following
        else reverse("online:tasks", args=[application.public_id]),
    }
    return render(request, "cases/online/field.html", context)


@require_http_methods(["GET", "POST"])
@with_draft
def question(request: HttpRequest, application: Application, key: str) -> HttpResponse:
    """A situation question; the answer changes which papers and fields are asked, for every item that asks it."""
    sheet = Sheet(application)
    asked = sheet.questions
    found = next((q for q in asked if q.situation.key == key), None)
    if found is None:
        raise Http404
    typed = request.POST if request.method == "POST" else take_pending(request)
    form = SituationForm(typed, situation=found.situation, answer=found.answer)
    if request.method == "POST" and form.is_valid():
        answers = spread(sheet.contents, {**told_answers(application), key: form.option})
        try:
            save_answers(application=application, situations=answers, now=timezone.now())
        except Refused as refused:
            form.refuse(refused)
        else:
            after = asked[asked.index(found) + 1 :]
            if after and "check" not in request.GET:
                return redirect("online:question", application.public_id, after[0].situation.key)
            return redirect(_back(request, application))
    context = {"application": application, "form": form, "number": asked.index(found) + 1, "total": len(asked)}
    return render(request, "cases/online/question.html", context)


@require_http_methods(["GET", "POST"])
@with_draft
def parts(request: HttpRequest, application: Application) -> HttpResponse:
    """Which parts of the package the draft is for; what was typed and handed in stays."""
    if application.one_thing is None:
        raise Http404
    package = package_of(with_parts(OneThing.objects.filter(pk=application.one_thing_id)).get())
    sheet = Sheet(application)
    typed = request.POST if request.method == "POST" else take_pending(request)
    form = PartsForm(typed, package=package, picked=[case.item.key for case in sheet.cases])
    if request.method == "POST" and form.is_valid():
        try:
            choose_parts(
                application=application,
                package=package,
                keys=form.cleaned_data["parts"],
                actor=actor_of(request),
                now=timezone.now(),
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            return redirect("online:tasks", application.public_id)
    context = {"application": application, "package": package, "form": form}
    return render(request, "cases/online/parts.html", context)


@require_http_methods(["GET", "POST"])
@with_draft
def discard(request: HttpRequest, application: Application) -> HttpResponse:
    """Asked once, then the draft is gone."""
    if request.method == "POST":
        try:
            discard_draft(application=application, actor=actor_of(request), now=timezone.now())
        except Refused as refused:
            messages.warning(request, refused.text)
        else:
            messages.success(request, _("The draft has been deleted."))
        return redirect("online:my")
    cases = Sheet(application).cases
    return render(request, "cases/online/discard.html", {"application": application, "cases": cases})


def _back(request: HttpRequest, application: Application) -> str:
    """To the answers to check when the change began there, else to the task list."""
    return reverse("online:check" if "check" in request.GET else "online:tasks", args=[application.public_id])
