"""The one way to search: climb the ladder, see only what may be seen, read every hit again before it is shown."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from search import documents
from search.documents.base import FACETS, Reader, SearchDocument
from search.engines import engine
from search.engines.base import COUNT_TO, Answer, Request, SearchUnavailable
from search.highlight import Piece, excerpt, mark
from search.ladder import LONGEST_QUERY, Rung, RungName, ladder, wider
from search.pinyin import letters, sound
from search.text import identifier, units
from search.vocabulary import Vocabulary, current_vocabulary

log = logging.getLogger(__name__)
PAGE = 10
MOST_SUGGESTIONS = 8


@dataclass(frozen=True)
class Question:
    """`filters` by facet name. `wide` starts below the phrase. `page` counts from 1."""

    text: str
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    newest_first: bool = False
    wide: bool = False
    page: int = 1

    @property
    def can_find(self) -> bool:
        return bool(units(self.text[:LONGEST_QUERY]))

    @property
    def is_cut(self) -> bool:
        return len(self.text) > LONGEST_QUERY


@dataclass(frozen=True)
class Hit:
    document: SearchDocument
    title: tuple[Piece, ...]
    excerpt: tuple[Piece, ...]


@dataclass(frozen=True)
class Found:
    """`total` stops at 10,000 and `is_more` says so. `meant` are titles somebody who mistyped may have meant."""

    hits: tuple[Hit, ...] = ()
    total: int = 0
    is_more: bool = False
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    rung: RungName | None = None
    meant: tuple[str, ...] = ()
    is_unavailable: bool = False


def find(*, question: Question, reader: Reader, facets: Iterable[str] = FACETS) -> Found:
    """Answer a question for a reader. A dead engine is an answer too: the only place that catches its error."""
    if not question.can_find:
        return Found()
    try:
        return _climb(question, reader, tuple(facets))
    except SearchUnavailable:
        log.exception("search is unavailable")
        return Found(is_unavailable=True)


def suggest(*, prefix: str, reader: Reader, limit: int = MOST_SUGGESTIONS) -> tuple[str, ...]:
    """Titles that begin like this, or whose pinyin or initials do. Nothing when the engine is dead."""
    if not units(prefix[:LONGEST_QUERY]):
        return ()
    try:
        return _titles(prefix[:LONGEST_QUERY], reader, limit)
    except SearchUnavailable:
        log.exception("suggestions are unavailable")
        return ()


def _climb(question: Question, reader: Reader, facets: tuple[str, ...]) -> Found:
    request = Request(
        match=None,
        tokens=documents.tokens_of(reader),
        filters={name: values for name, values in question.filters.items() if name in FACETS},
        facets=facets,
        inner=reader.desk,
        newest_first=question.newest_first,
        offset=min((question.page - 1) * PAGE, COUNT_TO),
        limit=PAGE,
    )
    vocabulary = current_vocabulary()
    rung, answer = _first_that_answers(question, request, vocabulary)
    found = _shown(answer, rung, reader)
    doubtful = rung is None or rung.name in (RungName.WORDS, RungName.ANY)
    if doubtful and question.page == 1:
        return replace(found, meant=_meant(question, reader, found))
    return found


def _first_that_answers(question: Question, request: Request, vocabulary: Vocabulary) -> tuple[Rung | None, Answer]:
    """The strictest rung with a hit. Facets that are chosen do not move the search to another rung."""
    answer = Answer()
    for rung in (wider if question.wide else ladder)(question.text, vocabulary):
        answer = engine().search(replace(request, match=rung.match))
        if answer.total or (request.filters and engine().count(replace(request, match=rung.match, filters={}))):
            return rung, answer
    return None, answer


def _shown(answer: Answer, rung: Rung | None, reader: Reader) -> Found:
    """Ask each room again for every hit; what it does not grant is neither shown nor counted."""
    granted = documents.visible(reader, answer.refs)
    loaded = documents.load([ref for ref in answer.refs if ref in granted], desk=reader.desk)
    needles = rung.needles if rung else ()
    hits = tuple(_hit(loaded[ref], needles, reader) for ref in answer.refs if ref in loaded)
    total = answer.total - (len(answer.refs) - len(hits))
    return Found(hits, total, answer.is_more, answer.facets, rung.name if rung else None)


def _hit(document: SearchDocument, needles: tuple[str, ...], reader: Reader) -> Hit:
    readable = document.body if document.shown is None else document.shown
    text = f"{readable} {document.inner}" if reader.desk else readable
    return Hit(document, mark(document.title, needles), excerpt(text, needles))


def _titles(prefix: str, reader: Reader, limit: int) -> tuple[str, ...]:
    tokens = documents.suggesting(documents.tokens_of(reader))
    refs = engine().suggest(prefix, Request(match=None, tokens=tokens, limit=limit * 2))
    granted = documents.visible(reader, refs)
    loaded = documents.load([ref for ref in refs if ref in granted], desk=reader.desk)
    return tuple(dict.fromkeys(_typed(loaded[ref], prefix) for ref in refs if ref in loaded))[:limit]


def _typed(document: SearchDocument, prefix: str) -> str:
    """The name the reader is typing: the title, or the other name that begins so."""
    begun, spoken = identifier(prefix), letters(prefix)
    for name in (document.title, *document.names):
        if identifier(name).startswith(begun) or (spoken and spoken in sound(name)):
            return name
    return document.title


def _meant(question: Question, reader: Reader, found: Found) -> tuple[str, ...]:
    """Titles that sound like what was typed: 高龄金贴 → 高龄津贴申领."""
    spoken = sound(question.text[:LONGEST_QUERY])
    if len(spoken) < 4 or not spoken.isascii() or not spoken.isalpha():
        return ()
    titles = _titles(spoken, reader, 3)
    shown = {identifier(hit.document.title) for hit in found.hits}
    return tuple(title for title in titles if identifier(title) not in shown)
