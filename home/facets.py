"""Counting and narrowing by facets: pure, over {kind: [codes]} of each thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

Facets = Mapping[str, Sequence[str]]


def matches(facets: Facets, chosen: Mapping[str, str]) -> bool:
    return all(code in facets.get(kind, ()) for kind, code in chosen.items())


def counts(rows: Iterable[Facets], kinds: Iterable[str], chosen: Mapping[str, str]) -> dict[str, Counter[str]]:
    """For each kind: how many things each code would leave, the choices of the other kinds kept."""
    found: dict[str, Counter[str]] = {kind: Counter() for kind in kinds}
    for facets in rows:
        missed = [kind for kind, code in chosen.items() if code not in facets.get(kind, ())]
        for kind, counter in found.items():
            if all(other == kind for other in missed):
                counter.update(set(facets.get(kind, ())))
    return found
