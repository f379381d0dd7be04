"""The public pages of a publicity: what runs, one of them, objecting. Each answer is kept by no cache or search engine,
because what is published may be read for its term and no longer."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from cases.domain.publicity import PUBLIC, raise_objection
from cases.dues import day_text
from cases.models import Case
from cases.publicity import reads
from cases.publicity.forms import ObjectionForm
from core.attempts import Attempts
from core.errors import Refused
from places.calendar import county_calendar

PER_PAGE = 20
OBJECTING = Attempts("publicity", most=5, minutes=60)  # nobody floods a publicity
View = Callable[..., HttpResponse]


def public_answer(view: View) -> View:
    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return never_cache(answered)


@public_answer
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    today, town = timezone.localdate(), request.GET.get("town", "")
    page = Paginator(reads.running_in(town, on=today), PER_PAGE).get_page(request.GET.get("page"))
    groups, calendar = reads.towns(town, on=today), county_calendar()
    context = {
        "page_of_list": page,
        "cards": [reads.card(row, calendar) for row in page],
        "towns": groups,
        "query": f"town={town}&" if town.isdigit() else "",
    }
    return render(request, "cases/publicity/index.html", context)


@public_answer
@require_safe
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    row = reads.one(pk, on=timezone.localdate())
    if row is None:
        return _over(request, pk)
    calendar = county_calendar()
    context = {"row": row, "facts": reads.facts(row, calendar), "until": day_text(row["ends_on"], calendar)}
    return render(request, "cases/publicity/detail.html", context)


@public_answer
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def object_to(request: HttpRequest, pk: int) -> HttpResponse:
    row = reads.one(pk, on=timezone.localdate())
    if row is None:
        return _over(request, pk)
    form = ObjectionForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        if not OBJECTING.may_try(request):
            response = render(request, "cases/publicity/pause.html", {"row": row}, status=429)
            response["Retry-After"] = str(OBJECTING.minutes * 60)
            return response
        case = Case.objects.get(publicities=pk)
        try:
            raise_objection(case=case, actor=PUBLIC, now=timezone.now(), **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            return redirect("publicity:sent", pk)
    return render(request, "cases/publicity/object.html", {"row": row, "form": form})


@public_answer
@require_safe
def sent(request: HttpRequest, pk: int) -> HttpResponse:
    row = reads.one(pk, on=timezone.localdate())
    return render(request, "cases/publicity/sent.html", {"row": row}) if row else _over(request, pk)


def _over(request: HttpRequest, pk: int) -> HttpResponse:
    """The term is over: that it was there may be said, what it said no longer."""
    if not reads.exists(pk):
        raise Http404("never published")
    return render(request, "cases/publicity/over.html", status=410)
