"""Search at the portal: what is public, and for somebody signed in what is her own."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.actors import ANONYMOUS
from search.documents.base import Reader
from search.query import find, suggest
from search.showing import address, card, facet_groups, page_of, question_from

FACETS = ("kind", "item", "unit", "town", "state", "month")
EXAMPLES = ("高龄津贴", "低保", "营业执照", "宅基地", "残疾人补贴")


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    question = question_from(request.GET)
    found = find(question=question, reader=_reader(request), facets=FACETS)
    can_widen = question.can_find and not question.wide and 0 < found.total < 5 and found.rung in ("exact", "phrase")
    context = {
        "action": reverse("search:results"),
        "crumbs": [{"title": _("Search")}],
        "question": question,
        "found": found,
        "cards": [card(hit) for hit in found.hits],
        "groups": facet_groups(request.GET, question, found),
        "page": page_of(question, found),
        "query": address(request.GET).removeprefix("?") + "&",
        "newest": address(request.GET, sort="new"),
        "best": address(request.GET, sort=None),
        "wider": address(request.GET, wide="1") if can_widen else "",
        "meant": _links(found.meant),
        "examples": [] if question.can_find else _links(EXAMPLES),
        "examples_title": _("Many look for:"),
    }
    status = 503 if found.is_unavailable else 200
    return render(request, "search/results.html", context, status=status)


@require_safe
def suggestions(request: HttpRequest) -> JsonResponse:
    """Titles to complete what is being typed in `q`: {"suggestions": ["…"]}."""
    titles = suggest(prefix=request.GET.get("q", ""), reader=_reader(request))
    response = JsonResponse({"suggestions": titles}, json_dumps_params={"ensure_ascii": False})
    response["Cache-Control"] = "private, no-store"
    return response


def _links(texts: Iterable[str]) -> list[dict[str, str]]:
    return [{"text": text, "href": address(QueryDict(), q=text)} for text in texts]


def _reader(request: HttpRequest) -> Reader:
    actor = getattr(request, "actor", ANONYMOUS)
    return Reader(actor=actor, on=timezone.localdate())
