"""The registry of sources: one per kind of document, in the order in which kinds are listed on the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from search.documents.base import DocumentSource, Reader, SearchDocument

_sources: dict[str, DocumentSource] = {}


def register(source: DocumentSource) -> None:
    _sources[source.kind] = source


def sources() -> dict[str, DocumentSource]:
    return dict(_sources)


def tokens_of(reader: Reader) -> dict[str, frozenset[str]]:
    """By kind, the tokens under which the reader finds documents; kinds that are closed to the reader are absent."""
    held = {kind: frozenset(source.tokens_for(reader)) for kind, source in _sources.items()}
    return {kind: tokens for kind, tokens in held.items() if tokens}


def suggesting(tokens: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """The tokens of the kinds whose names may be suggested: never those of people."""
    return {kind: held for kind, held in tokens.items() if _sources[kind].suggests}


def keys_by_kind(refs: Iterable[str]) -> dict[str, list[int]]:
    """guide:3 → {"guide": [3]}; references of an unknown kind are left out."""
    found: dict[str, list[int]] = {}
    for ref in refs:
        kind, _, key = ref.partition(":")
        if kind in _sources and key.isdigit():
            found.setdefault(kind, []).append(int(key))
    return found


def load(refs: Iterable[str], *, desk: bool = False) -> dict[str, SearchDocument]:
    """The documents of these references by reference; what is gone is absent."""
    return {
        document.ref: document
        for kind, keys in keys_by_kind(refs).items()
        for document in _sources[kind].load(keys, desk=desk)
    }


def visible(reader: Reader, refs: Iterable[str]) -> set[str]:
    """The references the reader may see, by each room's own policy. One query per kind."""
    return {
        f"{kind}:{key}" for kind, keys in keys_by_kind(refs).items() for key in _sources[kind].visible(reader, keys)
    }
