"""Search documents for tests."""

from itertools import count
from typing import Any

from search.documents.base import PUBLIC, SearchDocument
from search.engines.base import AllOf, AnyOf, Phrase, Request
from search.text import clauses

_keys = count(1)


def document(title: str = "办事指南", **values: Any) -> SearchDocument:
    return SearchDocument(
        **{"kind": "guide", "key": next(_keys), "version": 1, "title": title, "tokens": (PUBLIC,), **values}
    )


def phrase(text: str) -> AllOf:
    return AllOf(tuple(AnyOf((Phrase("".join(clause)),)) for clause in clauses(text)))


def asking(text: str = "", *tokens: str, kinds: tuple[str, ...] = ("guide", "case"), **values: Any) -> Request:
    """A request for a phrase by somebody who holds these tokens (everybody holds `public`)."""
    held = frozenset(tokens or (PUBLIC,))
    return Request(match=phrase(text) if text else None, tokens=dict.fromkeys(kinds, held), **values)
