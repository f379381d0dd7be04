"""One page per paper: what is needed, who issues it, upload, or go on without it (R1)."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.pending import take_pending
from cases.domain.materials import drop_paper, hand_in_paper
from cases.models import Application
from cases.online.access import actor_of, with_draft
from cases.online.forms.papers import PaperForm
from cases.online.sheet import PaperLine, Sheet
from catalog.content import Material
from core.domain.uploads import store_upload
from core.errors import Refused


@require_http_methods(["GET", "POST"])
@with_draft
def hand_in(request: HttpRequest, application: Application, key: str) -> HttpResponse:
    sheet = Sheet(application)
    line = sheet.paper(key)
    if line is None:
        raise Http404
    if request.method == "POST" and "later" in request.POST:
        text = _("“%(paper)s” is left out for now. You can submit without it; the office then asks for it once.")
        messages.info(request, text % {"paper": line.material.name})
        return redirect(_next(request, sheet, line))
    if request.method == "POST" and "remove" in request.POST:
        drop_paper(application=application, key=key, now=timezone.now())
        messages.success(request, _("The file has been taken out."))
        return redirect("online:hand_in", application.public_id, key)
    take_pending(request)
    form = PaperForm(request.POST, request.FILES) if request.method == "POST" else PaperForm()
    if request.method == "POST" and form.is_valid():
        try:
            take_file(request, application, line.material, form.cleaned_data["file"])
        except Refused as refused:
            form.refuse_file(refused)
        else:
            messages.success(request, _("“%(paper)s” has been handed in.") % {"paper": line.material.name})
            return redirect(_next(request, sheet, line))
    context = {"application": application, "form": form, "line": line, **paper_facts(line.material, line.item_key)}
    return render(request, "cases/online/paper.html", context)


def take_file(request: HttpRequest, application: Application, material: Material, upload: Any) -> None:
    """Through the gate, then to the application."""
    now = timezone.now()
    actor = actor_of(request)
    stored = store_upload(upload=upload, user_id=actor.user_id, now=now)
    hand_in_paper(
        application=application,
        key=material.key,
        name=material.name,
        file=stored,
        copies=max(material.copies, 1),
        actor=actor,
        now=now,
    )


def paper_facts(material: Material, item_key: str) -> dict[str, Any]:
    """The facts about one paper, with the addresses of its forms where it has any."""
    rows = [
        {"key": _("What it must show"), "value": material.standard},
        {"key": _("Who issues it"), "value": material.source_explain},
        {"key": _("How to prepare it"), "value": material.fill_note},
        {"key": _("Why it is asked for"), "value": material.basis},
    ]
    return {
        "material": material,
        "rows": [row for row in rows if row["value"]],
        "blank_href": _form_href("blank_form", item_key, material) if material.blank_form or material.is_form else "",
        "sample_href": _form_href("sample_form", item_key, material)
        if material.sample_form or material.is_form
        else "",
    }


def _form_href(name: str, item_key: str, material: Material) -> str:
    try:
        return reverse(f"catalog:{name}", args=[item_key, material.key])
    except NoReverseMatch:
        return ""


def _next(request: HttpRequest, sheet: Sheet, line: PaperLine) -> str:
    """The next paper that is still to come, else the list; back to the check page when the change began there."""
    public_id = sheet.application.public_id
    if "check" in request.GET:
        return reverse("online:check", args=[public_id])
    keys = [one.material.key for one in sheet.asked_papers]
    after = sheet.asked_papers[keys.index(line.material.key) + 1 :]
    waiting = next((one for one in after if one.handed is None), None)
    if waiting is not None:
        return reverse("online:hand_in", args=[public_id, waiting.material.key])
    return reverse("online:tasks", args=[public_id])
