"""The contract of a search engine. Every engine passes `tests/search/engine_contract.py`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Protocol

from search.documents.base import SearchDocument

COUNT_TO = 10_000


class SearchUnavailable(Exception):
    """The engine cannot answer. Nothing is lost: the database is the truth, the index is made again from it."""


@dataclass(frozen=True)
class Exact:
    """A document one of whose identifiers is one of these (as `search.text.identifier` writes them)."""

    values: tuple[str, ...]


@dataclass(frozen=True)
class Phrase:
    """A folded clause without spaces, found as it stands in title, names, body and - at the desk - inner text."""

    text: str


@dataclass(frozen=True)
class Sound:
    """A title or name whose pinyin or initials begin, at some syllable, with these letters."""

    letters: str


@dataclass(frozen=True)
class AllOf:
    parts: tuple[Match, ...]


@dataclass(frozen=True)
class AnyOf:
    parts: tuple[Match, ...]


Match = Exact | Phrase | Sound | AllOf | AnyOf


@dataclass(frozen=True)
class Request:
    """What to find among what may be seen. `tokens` by kind is the whole of visibility: no kind, no hit.

    `filters` are facet values (any of them per facet). `inner` lets the match look into text meant for the desk.
    """

    match: Match | None
    tokens: Mapping[str, frozenset[str]]
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    facets: tuple[str, ...] = ()
    inner: bool = False
    newest_first: bool = False
    offset: int = 0
    limit: int = 20


@dataclass(frozen=True)
class Answer:
    """References in order. `total` stops at COUNT_TO, `is_more` says so. A chosen facet is counted without itself."""

    refs: tuple[str, ...] = ()
    total: int = 0
    is_more: bool = False
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


@dataclass(frozen=True)
class Stats:
    documents: int
    size: int  # bytes
    generation: str


class Rebuild(Protocol):
    def index(self, documents: Iterable[SearchDocument]) -> int: ...


class Engine(Protocol):
    def index(self, documents: Iterable[SearchDocument]) -> int:
        """Write the documents; one whose version is lower than the stored one is ignored. Returns how many counted."""

    def delete(self, refs: Iterable[str]) -> None: ...

    def search(self, request: Request) -> Answer: ...

    def count(self, request: Request) -> int:
        """How many there are, exactly."""

    def suggest(self, prefix: str, request: Request) -> tuple[str, ...]:
        """References whose title or a name begins with the prefix, or sounds like it. `match` is unused."""

    def versions(self) -> Iterator[tuple[str, int]]:
        """(reference, version) of everything stored."""

    def rebuild(self) -> AbstractContextManager[Rebuild]:
        """A new generation beside the one in use. Leaving the block without an error puts it in use at one stroke;
        what is indexed or deleted meanwhile reaches both. An error leaves the old one in use."""

    def clear(self) -> None: ...

    def stats(self) -> Stats: ...
