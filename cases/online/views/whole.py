"""Following an application of several items: the whole, with each part and its own dates."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.pending import signed_in_required
from cases.online.access import own_cases, submitted_application, today
from cases.online.together import whole_of
from places.calendar import county_calendar


@never_cache
@signed_in_required
@require_safe
def whole(request: HttpRequest, public_id: UUID) -> HttpResponse:
    application = submitted_application(request, public_id)
    if application is None:
        raise Http404
    cases = own_cases(request).for_following().filter(application=application)
    context = {
        "application": application,
        "whole": whole_of(application, cases.order_by("id"), on=today(), calendar=county_calendar()),
        "receipt": application.documents.filter(code="receipt_of_materials").first(),
    }
    return render(request, "cases/online/whole.html", context)
