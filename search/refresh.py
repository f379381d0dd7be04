"""Bringing the index up to the database: for some references, for all of them, or only where the two differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from search import documents
from search.documents.base import DocumentSource, SearchDocument
from search.engines import engine
from search.engines.base import Engine

T = TypeVar("T")
CHUNK = 500
Progress = Callable[[str, int], None]


def refresh(refs: Sequence[str]) -> None:
    """Load what is there now and write it; remove what is gone. Idempotent, and a late run brings the newest state."""
    index = engine()
    loaded = documents.load(refs)
    index.index(loaded.values())
    gone = set(refs) - loaded.keys()
    if gone:
        index.delete(sorted(gone))


def rebuild(*, progress: Progress) -> int:
    """Write every document into a new generation and put it in use at one stroke; then mend what changed meanwhile."""
    index = engine()
    counted = 0
    with index.rebuild() as fresh:
        for source in documents.sources().values():
            counted += fresh.index(_all_of(source, progress))
    repair(compare(index))
    return counted


def _all_of(source: DocumentSource, progress: Progress) -> Iterator[SearchDocument]:
    done = 0
    for chunk in chunks(key for key, _ in source.versions()):
        yield from source.load(chunk, desk=False)
        done += len(chunk)
        progress(source.kind, done)


@dataclass(frozen=True)
class Difference:
    """References that are absent from the index, older there than in the database, or there without a reason."""

    missing: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()

    @property
    def refs(self) -> tuple[str, ...]:
        return self.missing + self.stale + self.extra


def compare(index: Engine) -> Difference:
    """Database against index by (reference, version)."""
    stored = dict(index.versions())
    missing: list[str] = []
    stale: list[str] = []
    for kind, source in documents.sources().items():
        for key, version in source.versions():
            known = stored.pop(f"{kind}:{key}", None)
            if known is None:
                missing.append(f"{kind}:{key}")
            elif known < version:
                stale.append(f"{kind}:{key}")
    return Difference(tuple(missing), tuple(stale), tuple(stored))


def repair(difference: Difference) -> None:
    for chunk in chunks(difference.refs):
        refresh(chunk)


def chunks(values: Iterable[T]) -> Iterator[list[T]]:
    feed = iter(values)
    while chunk := list(islice(feed, CHUNK)):
        yield chunk
