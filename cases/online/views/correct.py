"""Supplying what the office waits for, one page each: a defect of the notice, or a paper that was promised to follow."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.pending import take_pending
from cases.domain.correct import correct_answer
from cases.dues import last_day
from cases.enums import OPEN, Status
from cases.models import Case, CorrectionItem
from cases.online.access import actor_of, with_case
from cases.online.asks import if_papers_stay_away
from cases.online.forms.answers import AnswerForm
from cases.online.forms.papers import PaperForm
from cases.online.views.papers import paper_facts, take_file
from cases.rules.state import SETTLED
from catalog.content import FormField, Material
from core.errors import Refused


@require_http_methods(["GET", "POST"])
@with_case
def supply(request: HttpRequest, case: Case, pk: int) -> HttpResponse:
    """One entry of the notice. After the last one the office checks again."""
    item = get_object_or_404(CorrectionItem.objects.select_related("notice"), pk=pk, notice__case=case)
    if case.status != Status.CORRECTION_REQUIRED:
        messages.info(request, _("The office no longer waits for this."))
        return redirect("online:case", case.public_id)
    facts = case.version.facts
    asked = next((field for field in facts.form if field.key == item.key), None)
    if asked is not None:
        return _answer(request, case, item, asked)
    material = next((m for m in facts.materials if m.key == item.key), Material(key=item.key, name=item.name))
    return _paper(request, case, item, material)


def _answer(request: HttpRequest, case: Case, item: CorrectionItem, asked: FormField) -> HttpResponse:
    typed = request.POST if request.method == "POST" else take_pending(request)
    form = AnswerForm(typed, asked=asked, answer=str(case.application.answers.get(asked.key) or ""))
    if request.method == "POST" and form.is_valid():
        try:
            correct_answer(case=case, key=asked.key, answer=form.answer, actor=actor_of(request), now=timezone.now())
        except Refused as refused:
            form.refuse(refused)
        else:
            return _thanks(request, case, item)
    context = {
        "case": case,
        "item": item,
        "form": form,
        "question": form.question,
        "due": last_day(case, item.notice.due_on),
    }
    return render(request, "cases/online/supply_answer.html", context)


def _paper(request: HttpRequest, case: Case, item: CorrectionItem, material: Material) -> HttpResponse:
    form = _taken(request, case, material)
    if form is None:
        return _thanks(request, case, item)
    context = {"case": case, "item": item, "form": form, "due": last_day(case, item.notice.due_on), "otherwise": ""}
    return render(request, "cases/online/supply_paper.html", {**context, **paper_facts(material, case.item.key)})


@require_http_methods(["GET", "POST"])
@with_case
def follow(request: HttpRequest, case: Case, key: str) -> HttpResponse:
    """One paper that was promised to follow (容缺受理)."""
    tolerance = getattr(case, "tolerance", None)
    row = case.materials.filter(key=key).first()
    if tolerance is None or row is None or key not in tolerance.keys:
        raise Http404
    if case.status not in OPEN or row.state in SETTLED:
        messages.info(request, _("The office no longer waits for this."))
        return redirect("online:case", case.public_id)
    material = next((m for m in case.version.facts.materials if m.key == key), Material(key=key, name=row.name))
    form = _taken(request, case, material)
    if form is None:
        messages.success(request, _("“%(name)s” has been supplied.") % {"name": row.name})
        return redirect("online:case", case.public_id)
    due, told = last_day(case, case.tolerance_due_on), if_papers_stay_away(case)
    context = {"case": case, "item": row, "form": form, "due": due, "otherwise": told}
    return render(request, "cases/online/supply_paper.html", {**context, **paper_facts(material, case.item.key)})


def _taken(request: HttpRequest, case: Case, material: Material) -> PaperForm | None:
    """The form to show; None once the paper has been taken in."""
    take_pending(request)
    form = PaperForm(request.POST, request.FILES) if request.method == "POST" else PaperForm()
    if request.method == "POST" and form.is_valid():
        try:
            take_file(request, case.application, material, form.cleaned_data["file"])
        except Refused as refused:
            form.refuse_file(refused)
        else:
            return None
    return form


def _thanks(request: HttpRequest, case: Case, item: CorrectionItem) -> HttpResponse:
    left = item.notice.items.filter(supplied_at=None).count()
    text = _("“%(name)s” has been supplied.") % {"name": item.name}
    more = _("%(n)s more to supply.") % {"n": left} if left else _("Everything is supplied now; the office checks it.")
    messages.success(request, f"{text}{more}")
    return redirect("online:case", case.public_id)
