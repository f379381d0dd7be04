from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.pending import take_pending
from cases.domain.hearings import request_hearing
from cases.dues import last_day
from cases.models import Case, HearingState
from cases.online.access import actor_of, with_case
from cases.online.forms.answers import RefusableForm
from cases.rules.hearings import last_hearing
from core.errors import Refused


@require_http_methods(["GET", "POST"])
@with_case
def hearing(request: HttpRequest, case: Case) -> HttpResponse:
    """Asking for a hearing (行政许可法 Art. 47): what it is, what it costs, and one button."""
    row = last_hearing(case)
    if row is None or row.state != HearingState.TOLD:
        messages.info(request, _("There is no hearing to ask for in this case now."))
        return redirect("online:case", case.public_id)
    form = RefusableForm(request.POST if request.method == "POST" else take_pending(request))
    if request.method == "POST" and form.is_valid():
        actor = actor_of(request)
        try:
            request_hearing(case=case, requested_by=actor.name, actor=actor, now=timezone.now())
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, _("You have asked for a hearing. The office tells you day and place in writing."))
            return redirect("online:case", case.public_id)
    context = {"case": case, "form": form, "until": last_day(case, row.request_by_on)}
    return render(request, "cases/online/hearing.html", context)
