"""The embedded engine: tantivy in a directory beside the database. One machine, any database, one writer at a time."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import tantivy

from search.documents.base import SearchDocument
from search.engines.base import COUNT_TO, Answer, Request, SearchUnavailable, Stats
from search.engines.embedded_schema import Q, all_of, any_of, begins, compiled, one_of, schema, written
from search.engines.generations import CURRENT, NEXT, Generations

BATCH = 2_000
HEAP = 64_000_000
LOCK_WAIT = 20.0  # seconds; a batch is written in less than one
FACET_VALUES = 60


@contextmanager
def _answering() -> Iterator[None]:
    """Turn every way in which the library fails into the one error the rest of the room knows.

    A panic inside the library arrives as a BaseException of a class that cannot be imported.
    """
    try:
        yield
    except (ValueError, RuntimeError, OSError) as problem:
        raise SearchUnavailable(str(problem)) from problem
    except BaseException as problem:
        if type(problem).__name__ != "PanicException":
            raise
        raise SearchUnavailable(str(problem)) from problem


class EmbeddedEngine:
    def __init__(self, directory: Path) -> None:
        self.generations = Generations(directory)
        self._opened: dict[Path, tuple[Any, int]] = {}
        self._lock = threading.RLock()

    def index(self, documents: Iterable[SearchDocument]) -> int:
        counted = 0
        feed = iter(documents)
        while batch := list(islice(feed, BATCH)):
            with _answering(), self._lock:
                if self.generations.current() is None:
                    self.generations.create(CURRENT)
                in_use, *_being_built = [self._write(path, batch) for path in self.generations.in_writing()]
                counted += in_use
        return counted

    def delete(self, refs: Iterable[str]) -> None:
        gone = list(refs)
        with _answering(), self._lock:
            for path in self.generations.in_writing():
                with self._writer(path) as (_, writer):
                    for ref in gone:
                        writer.delete_documents_by_term("ref", ref)

    def search(self, request: Request) -> Answer:
        with _answering():
            searcher = self._searcher()
            query = _query(request)
            found = _ranked(searcher, query, request)
            refs = tuple(searcher.doc(address)["ref"][0] for _, address in found.hits)
            facets = _facets(searcher, request, query)
        return Answer(refs, min(found.count, COUNT_TO), found.count > COUNT_TO, facets)

    def count(self, request: Request) -> int:
        with _answering():
            return int(self._searcher().search(_query(request), 1, count=True).count)

    def suggest(self, prefix: str, request: Request) -> tuple[str, ...]:
        with _answering():
            searcher = self._searcher()
            either = any_of([begins("whole", prefix), begins("sound", prefix)])
            found = _ranked(searcher, all_of([either, *_filters(request)]), request)
            return tuple(searcher.doc(address)["ref"][0] for _, address in found.hits)

    def versions(self) -> Iterator[tuple[str, int]]:
        with _answering():
            searcher = self._searcher()
            count = searcher.num_docs
            hits = searcher.search(Q.all_query(), max(count, 1), count=False).hits
            yield from _versions(searcher, [address for _, address in hits])

    @contextmanager
    def rebuild(self) -> Iterator[_NextGeneration]:
        with _answering(), self._lock:
            path = self.generations.create(NEXT)
            self._write(path, [])
        try:
            yield _NextGeneration(self, path)
            with _answering():
                self.generations.promote(path)
        except BaseException:
            self.generations.abandon(path)
            raise

    def clear(self) -> None:
        with self._lock:
            self._opened.clear()
            self.generations.clear()

    def stats(self) -> Stats:
        with _answering():
            path = self._current()
            size = sum(file.stat().st_size for file in path.iterdir() if file.is_file())
            return Stats(self._searcher().num_docs, size, path.name)

    def _write(self, path: Path, documents: list[SearchDocument]) -> int:
        newest = {document.ref: document for document in sorted(documents, key=lambda document: document.version)}
        with self._writer(path) as (index, writer):
            searcher = index.searcher()
            stored = _stored_versions(searcher, list(newest))
            counting = [document for ref, document in newest.items() if document.version >= stored.get(ref, 0)]
            for document in counting:
                if document.ref in stored:
                    writer.delete_documents_by_term("ref", document.ref)
                writer.add_document(written(document))
        return len(counting)

    @contextmanager
    def _writer(self, path: Path) -> Iterator[tuple[Any, Any]]:
        """The one writer of a generation: waits for another process to finish, commits at the end of the block."""
        index = self._open(path)
        writer = _lock_writer(index)
        try:
            index.reload()
            yield index, writer
            writer.commit()
        except BaseException:
            writer.rollback()
            raise
        finally:
            writer.wait_merging_threads()
        index.reload()

    def _current(self) -> Path:
        path = self.generations.current()
        if path is None:
            raise SearchUnavailable("no index has been built")
        return path

    def _searcher(self) -> Any:
        """A searcher over the newest commit of the generation in use, whoever made it."""
        for _attempt in range(2):
            path = self._current()
            try:
                return self._open(path).searcher()
            except (ValueError, OSError):
                if path == self.generations.current():
                    raise
        raise SearchUnavailable("the index is being replaced")

    def _open(self, path: Path) -> Any:
        with self._lock:
            if path not in self._opened:
                for other in [known for known in self._opened if not known.is_dir()]:
                    del self._opened[other]
                index = tantivy.Index(schema(), path=str(path), reuse=True)
                index.config_reader("Manual")
                self._opened[path] = (index, 0)
            index, seen = self._opened[path]
            changed = (path / "meta.json").stat().st_mtime_ns
            if changed != seen:
                index.reload()
                self._opened[path] = (index, changed)
            return index


class _NextGeneration:
    """The generation being built; written in batches, so that the worker's own writes find their turn."""

    def __init__(self, engine: EmbeddedEngine, path: Path) -> None:
        self._engine = engine
        self._path = path

    def index(self, documents: Iterable[SearchDocument]) -> int:
        counted = 0
        feed = iter(documents)
        while batch := list(islice(feed, BATCH)):
            with _answering():
                counted += self._engine._write(self._path, batch)
        return counted


def _lock_writer(index: Any) -> Any:
    give_up = time.monotonic() + LOCK_WAIT
    while True:
        try:
            return index.writer(heap_size=HEAP, num_threads=1)
        except ValueError as problem:
            if "LockBusy" not in str(problem) or time.monotonic() > give_up:
                raise
            time.sleep(0.03)


def _query(request: Request) -> Any:
    match = [compiled(request.match, inner=request.inner)] if request.match else []
    return all_of([*match, *_filters(request)])


def _filters(request: Request) -> list[Any]:
    """Visibility first: for each kind open to the reader, one of the tokens held for it."""
    open_kinds = [
        all_of([one_of("kind", [kind]), one_of("token", sorted(tokens))])
        for kind, tokens in request.tokens.items()
        if tokens
    ]
    seen = Q.const_score_query(any_of(open_kinds), 0.0) if open_kinds else Q.empty_query()
    return [seen, *(one_of(name, list(values)) for name, values in request.filters.items() if values)]


def _ranked(searcher: Any, query: Any, request: Request) -> Any:
    order = {"order_by_field": "day"} if request.newest_first else {"weight_by_field": "boost"}
    return searcher.search(query, request.limit, count=True, offset=request.offset, **order)


def _facets(searcher: Any, request: Request, query: Any) -> dict[str, dict[str, int]]:
    """All facets in one pass, but for the chosen ones: each of those is counted without its own filter."""
    chosen = [name for name in request.facets if request.filters.get(name)]
    counted = _counted(searcher, query, [name for name in request.facets if name not in chosen])
    for name in chosen:
        without = {other: values for other, values in request.filters.items() if other != name}
        counted |= _counted(searcher, _query(replace(request, filters=without)), [name])
    return {name: counted[name] for name in request.facets}


def _counted(searcher: Any, query: Any, names: list[str]) -> dict[str, dict[str, int]]:
    if not names:
        return {}
    found = searcher.aggregate(query, {name: {"terms": {"field": name, "size": FACET_VALUES}} for name in names})
    return {name: {bucket["key"]: bucket["doc_count"] for bucket in found[name]["buckets"]} for name in names}


def _stored_versions(searcher: Any, refs: list[str]) -> dict[str, int]:
    if not refs or not searcher.num_docs:
        return {}
    hits = searcher.search(Q.term_set_query(schema(), "ref", refs), len(refs) + 1, count=False).hits
    return dict(_versions(searcher, [address for _, address in hits]))


def _versions(searcher: Any, addresses: list[Any]) -> Iterator[tuple[str, int]]:
    for address in addresses:
        stored = searcher.doc(address)
        yield stored["ref"][0], stored["version"][0]
