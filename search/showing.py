"""From an answer to what the page shows: cards, facets as links, pages. Shared by the portal and the desk."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from cases.enums import CertificateState
from cases.online.standing import TONES as CASE_TONES
from core.text import format_day
from search.documents.base import FACETS
from search.highlight import Piece
from search.labels import FACETS as FACET_LABELS
from search.labels import KINDS, state_label, value_label
from search.query import PAGE, Found, Hit, Question

LAST_PAGE = 500
MOST_OPTIONS = 12
CERTIFICATE_TONES = dict.fromkeys(CertificateState, "void") | {
    CertificateState.VALID: "done",
    CertificateState.SUSPENDED: "problem",
}
TONES: dict[str, dict[Any, str]] = {"case": dict(CASE_TONES), "certificate": dict(CERTIFICATE_TONES)}


def question_from(given: QueryDict) -> Question:
    """Anything at all may stand in the address; what makes no sense counts as not given."""
    number = given.get("page", "1")
    page = int(number) if number.isascii() and number.isdigit() and len(number) < 5 else 1
    return Question(
        text=given.get("q", "").strip(),
        filters={name: tuple(given.getlist(name)[:5]) for name in FACETS if given.get(name)},
        newest_first=given.get("sort") == "new",
        wide=bool(given.get("wide")),
        page=min(max(page, 1), LAST_PAGE),
    )


def address(given: QueryDict, **changes: str | None) -> str:
    """The address of this search with some parameters changed (None takes one away), on its first page."""
    query = given.copy()
    query.pop("page", None)
    for name, value in changes.items():
        query.pop(name, None)
        if value is not None:
            query[name] = value
    return f"?{query.urlencode()}"


def page_of(question: Question, found: Found) -> Page[int]:
    return Paginator(range(min(found.total, LAST_PAGE * PAGE)), PAGE).get_page(question.page)


def marked(pieces: Iterable[Piece]) -> SafeString:
    return format_html_join(
        "", "{}", ((format_html("<mark>{}</mark>", piece.text) if piece.is_hit else piece.text,) for piece in pieces)
    )


def card(hit: Hit) -> dict[str, Any]:
    """A hit for `components/card_list.html`."""
    document = hit.document
    state = document.facets.get("state", "")
    meta = [KINDS.get(document.kind, ""), document.facets.get("unit", ""), document.facets.get("town", "")]
    return {
        "title": marked(hit.title),
        "href": document.url,
        "text": marked(hit.excerpt),
        "meta": [word for word in (*meta, format_day(document.on)) if word],
        "state": state_label(document.kind, state),
        "tone": TONES.get(document.kind, {}).get(state, "doing"),
    }


def facet_groups(given: QueryDict, question: Question, found: Found) -> list[dict[str, Any]]:
    """Facets that can still narrow the list, or that do, for `components/facets.html`."""
    groups = []
    for name, counts in found.facets.items():
        chosen = question.filters.get(name, ())
        values = {**dict.fromkeys(chosen, 0), **counts}
        if len(values) < 2 and not chosen:
            continue
        options = [_option(given, name, value, count, value in chosen) for value, count in _ordered(name, values)]
        groups.append({"title": FACET_LABELS[name], "options": options})
    return groups


def _ordered(name: str, values: dict[str, int]) -> list[tuple[str, int]]:
    if name == "month":
        return sorted(values.items(), reverse=True)[:MOST_OPTIONS]
    return sorted(values.items(), key=lambda entry: (-entry[1], entry[0]))[:MOST_OPTIONS]


def _option(given: QueryDict, name: str, value: str, count: int, is_chosen: bool) -> dict[str, Any]:
    return {
        "label": value_label(name, value),
        "count": count,
        "href": address(given, **{name: None if is_chosen else value}),
        "current": is_chosen,
    }
