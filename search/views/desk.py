"""Search at the desk: cases, certificates and items, as far as the post held opens them."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.requests import ActorRequest
from core.domain.audit import append_audit
from core.masking import mask_name
from core.text import format_day
from search.documents.base import Reader
from search.labels import KINDS, state_label
from search.query import Found, Hit, Question, find
from search.showing import address, facet_groups, marked, page_of, question_from

FACETS = ("kind", "state", "item", "unit", "town", "channel", "month")


@require_safe
def desk_results(request: ActorRequest) -> HttpResponse:
    question = question_from(request.GET)
    reader = Reader(actor=request.actor, on=timezone.localdate(), desk=True)
    found = find(question=question, reader=reader, facets=FACETS)
    if question.can_find:
        _record(reader, question, found)
    context: dict[str, Any] = {
        "page_title": _("Find a case"),
        "header_icon": "search",
        "question": question,
        "found": found,
        "rows": [_row(hit) for hit in found.hits],
        "groups": facet_groups(request.GET, question, found),
        "page": page_of(question, found),
        "query": address(request.GET).removeprefix("?") + "&",
        "newest": address(request.GET, sort="new"),
        "best": address(request.GET, sort=None),
        "filtered": [(name, value) for name, values in question.filters.items() for value in values],
    }
    return TemplateResponse(request, "search/desk.html", context, status=503 if found.is_unavailable else 200)


def _row(hit: Hit) -> dict[str, Any]:
    document = hit.document
    state = document.facets.get("state", "")
    return {
        "title": marked(hit.title),
        "href": document.url,
        "kind": KINDS.get(document.kind, document.kind),
        "number": document.data.get("number") or "",
        "person": mask_name(document.data.get("applicant") or ""),
        "unit": document.facets.get("unit", ""),
        "town": document.facets.get("town", ""),
        "state": state_label(document.kind, state),
        "day": format_day(document.on),
        "excerpt": marked(hit.excerpt),
    }


def _record(reader: Reader, question: Question, found: Found) -> None:
    """Looking people up is an act: which hits were shown is kept, what was typed is not (it is mostly a name)."""
    append_audit(
        action="search.desk",
        user_id=reader.actor.user_id,
        user_name=reader.actor.name,
        subject=None,
        data={"shown": [hit.document.ref for hit in found.hits], "total": found.total, "page": question.page},
        now=timezone.now(),
    )
