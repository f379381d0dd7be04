from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.pending import take_pending
from cases.domain.withdraw import withdraw_case
from cases.enums import OPEN
from cases.models import Case
from cases.online.access import actor_of, with_case
from cases.online.forms.withdraw import WithdrawForm
from core.errors import Refused


@require_http_methods(["GET", "POST"])
@with_case
def withdraw(request: HttpRequest, case: Case) -> HttpResponse:
    """One page that says what withdrawing means, with a reason that may stay empty."""
    if case.status not in OPEN:
        messages.info(request, _("This case can no longer be withdrawn."))
        return redirect("online:case", case.public_id)
    form = WithdrawForm(request.POST if request.method == "POST" else take_pending(request))
    if request.method == "POST" and form.is_valid():
        try:
            reason = form.cleaned_data["reason"]
            withdraw_case(case=case, reason=reason, actor=actor_of(request), now=timezone.now())
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(request, _("Your application was withdrawn. The confirmation is among the papers below."))
            return redirect("online:case", case.public_id)
    return render(request, "cases/online/withdraw.html", {"case": case, "form": form})
