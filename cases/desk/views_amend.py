"""On the spot: one answer corrected, with the applicant before the window (行政许可法 Art. 32(3))."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from cases.desk.access import actor_of, clerks, visible_case
from cases.desk.intake.answers import form_field
from cases.desk.showing import MASKS
from cases.domain.amend import amend_answer
from cases.models import Case
from cases.rules.amending import field_of
from catalog.content import FormField
from core.errors import Refused


class AmendForm(forms.Form):
    """The answer as it shall be; `known` is what it was, None where that is masked and has to be asked anew."""

    confirmed = forms.BooleanField(
        label=gettext_lazy("The applicant (or agent) is here, has read the correction and confirms it."),
        required=False,
    )

    def __init__(self, *args: Any, asked: FormField, known: str | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answer"] = form_field(asked)
        self.initial["answer"] = known
        self.order_fields(["answer", "confirmed"])


@require_http_methods(["GET", "POST"])
@never_cache
@clerks
def amend(request: HttpRequest, public_id: uuid.UUID, key: str) -> HttpResponse:
    """One answer; the verb says whether it may be corrected now."""
    case = visible_case(request, public_id)
    asked = field_of(case, key)
    if asked is None:
        raise Http404
    hides = asked.sensitive or asked.kind in MASKS
    known = None if hides else str(case.application.answers.get(key) or "")
    form = AmendForm(request.POST if request.method == "POST" else None, asked=asked, known=known)
    if request.method == "POST" and form.is_valid():
        answer, confirmed = form.cleaned_data["answer"], form.cleaned_data["confirmed"]
        typed = "" if answer is None else str(answer)
        try:
            amend_answer(
                case=case, key=key, answer=typed, confirmed=confirmed, actor=actor_of(request), now=timezone.now()
            )
        except Refused as refused:
            _refuse(form, refused)
        else:
            text = _("“%(answer)s” was corrected. The new application form is among the papers.")
            messages.success(request, text % {"answer": asked.label})
            return redirect(_home(case) + "#answers")
    return _page(request, case, form, hides=hides)


def _refuse(form: forms.Form, refused: Refused) -> None:
    for reason in refused.reasons:
        form.add_error(reason.code if reason.code in form.fields else None, reason.text)


def _page(request: HttpRequest, case: Case, form: forms.Form, *, hides: bool) -> HttpResponse:
    title = _("Correct on the spot")
    context = {
        "case": case,
        "form": form,
        "title": title,
        "hides": hides,
        "back": _home(case),
        "header_title": title,
        "breadcrumbs_items": [
            {"url": reverse("desk:cases"), "label": _("Cases")},
            {"url": _home(case), "label": case.number},
            {"url": "", "label": title},
        ],
    }
    return TemplateResponse(request, "cases/desk/amend.html", context)


def _home(case: Case) -> str:
    return reverse("desk:case", args=[case.public_id])
