"""The page on which a rule is set aside once (特批)."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.models import Role
from cases.desk.access import actor_of, case_to_act_on, for_roles
from cases.desk.acts import ACTS
from cases.desk.overriding import OverrideForm, rules_of
from cases.domain.override import grant_override
from core.errors import Refused


@require_http_methods(["GET", "POST"])
@for_roles(Role.SUPERVISOR, Role.UNIT_HEAD)
def override(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    case, actor, now = case_to_act_on(request, public_id), actor_of(request), timezone.now()
    rules = rules_of(case, actor, now)
    if not rules:
        raise Http404("no rule that this post may set aside")
    form = OverrideForm(request.POST or None, rules=rules)
    if request.method == "POST" and form.is_valid():
        verb, code = form.cleaned_data["rule"].split(":")
        given = ACTS[verb].given(case, actor)
        reason = form.cleaned_data["reason"]
        try:
            grant_override(case=case, verb=verb, code=code, reason=reason, actor=actor, now=now, given=given)
        except Refused as refused:
            for problem in refused.reasons:
                form.add_error(problem.code if problem.code in form.fields else None, problem.text)
        else:
            messages.success(request, _("The rule was set aside once; it is on record in the case."))
            return redirect("desk:case", case.public_id)
    context = {
        "form": form,
        "submit": _("Set the rule aside once"),
        "header_title": _("Set a rule aside"),
        "breadcrumbs_items": [
            {"url": reverse("desk:case", args=[case.public_id]), "label": case.number},
            {"url": "", "label": _("Set a rule aside")},
        ],
    }
    return TemplateResponse(request, "cases/desk/override.html", context)
