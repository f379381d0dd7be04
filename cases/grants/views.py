"""The public list of grants. Kept by no cache or search engine of others: what is withdrawn is withdrawn here."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from cases.grants import reads
from cases.publicity.views import public_answer

PER_PAGE = 20


@public_answer
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    given, on = request.GET, timezone.localdate()
    chosen = reads.chosen_from(*(given.get(name, "") for name in ("department", "item", "year")))
    items = reads.public_items()
    paginator = reads.CappedPaginator(reads.grants(items, chosen), PER_PAGE)
    page, query = paginator.get_page(given.get("page")), reads.query_of(chosen)
    context = {
        "page_of_list": page,
        "cards": [reads.card(found, on=on) for found in page],
        "groups": reads.groups(items, chosen),
        "query": f"{query}&" if query else "",
        "is_capped": paginator.count >= reads.COUNT_TO,
    }
    return render(request, "cases/grants/index.html", context)
