"""What somebody brings to the window: everything a notice asked for, or one required paper (行政许可法 Art. 32(3), (4))."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from cases.desk.access import actor_of, clerks, visible_case
from cases.desk.supplying import Outstanding, SupplyForm, outstanding_of, take_supplied
from cases.models import Case, CaseMaterial
from core.errors import Refused


@require_http_methods(["GET", "POST"])
@never_cache
@clerks
def supply(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Every open entry once; what is brought is taken, what is not stays open. The check follows on the case."""
    case = visible_case(request, public_id)
    lines = outstanding_of(case)
    if not lines:
        messages.info(request, _("Nothing is waited for in this case."))
        return redirect(reverse("desk:case", args=[case.public_id]))
    return _take_in(request, case, lines)


@require_http_methods(["GET", "POST"])
@never_cache
@clerks
def supply_paper(request: HttpRequest, public_id: uuid.UUID, key: str) -> HttpResponse:
    """One required paper that was brought along, whether or not a notice has asked for it."""
    case = visible_case(request, public_id)
    material = get_object_or_404(CaseMaterial, case=case, key=key)
    return _take_in(request, case, [Outstanding(material.key, material.name, material.defect, material.remedy)])


def _take_in(request: HttpRequest, case: Case, lines: list[Outstanding]) -> HttpResponse:
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = SupplyForm(*sent, lines=lines)
    if form.is_valid():
        try:
            brought = take_supplied(case=case, form=form, actor=actor_of(request), now=timezone.now())
        except Refused as refused:
            for reason in refused.reasons:
                form.add_error(reason.code if reason.code in form.fields else None, reason.text)
        else:
            messages.success(request, _("Taken in: %(names)s. Please check it now.") % {"names": "、".join(brought)})
            return redirect(reverse("desk:case", args=[case.public_id]) + "#papers")
    return _page(request, case, form)


def _page(request: HttpRequest, case: Case, form: SupplyForm) -> HttpResponse:
    context = {
        "case": case,
        "form": form,
        "header_title": _("Take in what was brought"),
        "breadcrumbs_items": [
            {"url": reverse("desk:cases"), "label": _("Cases")},
            {"url": reverse("desk:case", args=[case.public_id]), "label": case.number},
            {"url": "", "label": _("Take in what was brought")},
        ],
    }
    return TemplateResponse(request, "cases/desk/supply.html", context)
