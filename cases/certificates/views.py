"""Public verification: by QR code, by number, by file. Everybody gets a clear answer and never more than it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from cases.certificates.find import by_number, by_token, why_unknown
from cases.certificates.forms import FileForm, NumberForm
from cases.certificates.judge import Verdict, judge_file
from cases.certificates.standing import facts_of, mark_of, unknown
from cases.models import Certificate
from core.attempts import Attempts

View = Callable[..., HttpResponse]
ASKING = Attempts("verify", most=30, minutes=10)  # nobody can try numbers out (domain.md §7.3)


def public_answer(view: View) -> View:
    """Kept by no cache and no search engine."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex, nofollow"
        response["Referrer-Policy"] = "same-origin"  # "no-referrer" would make browsers post with Origin: null
        return response

    return never_cache(answered)


@public_answer
@require_http_methods(["GET", "POST"])
def index(request: HttpRequest) -> HttpResponse:
    """Two ways in: the number typed, or the file. Only questions are counted, not looking at the page."""
    asked = request.method == "POST"
    if asked and not ASKING.may_try(request):
        return _pause(request)
    by_file = asked and "file_sent" in request.POST
    number = NumberForm(request.POST if asked and not by_file else None)
    file = FileForm(request.POST, request.FILES) if by_file else FileForm()
    if by_file and file.is_valid():
        verdict = judge_file(file.cleaned_data["file"].read())
        return _answer(request, verdict.certificate, verdict=verdict)
    if asked and not by_file and number.is_valid():
        typed = number.cleaned_data["number"]
        found = by_number(typed)
        return _answer(request, found, why="" if found else why_unknown(typed))
    return render(request, "cases/certificates/index.html", {"number": number, "file": file})


@public_answer
@require_http_methods(["GET", "POST"])
def certificate(request: HttpRequest, token: str) -> HttpResponse:
    """The address in the QR code; a file handed in here is compared with this very certificate."""
    if not ASKING.may_try(request):
        return _pause(request)
    found = by_token(token)
    if found is None:
        why = _(
            "This address belongs to no certificate of this county. Scan the QR code once more, or type the number."
        )
        return _answer(request, None, why=why)
    form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    if request.method == "POST" and form.is_valid():
        verdict = judge_file(form.cleaned_data["file"].read(), asked_for=found)
        return _answer(request, found, verdict=verdict, form=form)
    return _answer(request, found, form=form)


def _answer(
    request: HttpRequest,
    found: Certificate | None,
    *,
    verdict: Verdict | None = None,
    why: str = "",
    form: FileForm | None = None,
) -> HttpResponse:
    today = timezone.localdate()
    mark = mark_of(found, on=today) if found else unknown(why)
    context = {
        "certificate": found,
        "mark": mark,
        "verdict": verdict,
        "show_mark": found is not None or verdict is None,
        "facts": facts_of(found, on=today) if found else [],
        "form": form,
        "on": today,
    }
    return render(request, "cases/certificates/answer.html", context)


def _pause(request: HttpRequest) -> HttpResponse:
    response = render(request, "cases/certificates/pause.html", {"minutes": ASKING.minutes}, status=429)
    response["Retry-After"] = str(ASKING.minutes * 60)
    return response
