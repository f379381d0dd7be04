"""查进度 without signing in: state, unit and dates; no personal data (domain.md §3.10)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from cases.models import Case
from cases.online.access import today
from cases.online.ahead import to_come
from cases.online.forms.track import TrackForm
from cases.online.standing import standing_of
from cases.online.together import whole_around
from core.attempts import Attempts
from core.identifiers import normalise_name

ASKING = Attempts("online:track", most=10, minutes=15)  # nobody can try numbers out


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "POST"])
def track(request: HttpRequest) -> HttpResponse:
    """The same answer whether the number does not exist or the name does not fit."""
    form = TrackForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and not ASKING.may_try(request):
        return render(request, "cases/online/track_pause.html", status=429)
    if request.method != "POST" or not form.is_valid():
        return render(request, "cases/online/track.html", {"form": form})
    found = find_case(**form.cleaned_data)
    if found is None:
        return render(request, "cases/online/track.html", {"form": form, "nothing": True})
    on, calendar = today(), found.calendar
    context: dict[str, Any] = {
        "case": found,
        "standing": standing_of(found, on=on, calendar=calendar),
        "events": to_come(found, on=on, calendar=calendar),
        "whole": whole_around(found, Case.objects.submitted(), on=on, calendar=calendar),
    }
    return render(request, "cases/online/track_found.html", context)


def find_case(*, number: str, last_four: str, name: str) -> Case | None:
    cases = Case.objects.submitted().for_following().select_related("item__department", "application")
    case = cases.filter(number=number).first()
    if case is None:
        return None
    fits = case.applicant.id_number[-4:].upper() == last_four
    return case if fits and normalise_name(case.applicant.name) == normalise_name(name) else None
