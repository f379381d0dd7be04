"""Marking what was found, in Python: the engine keeps no text, and the folded match is shown in the original."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from search.text import FoldedText, fold_with_origin

EXCERPT = 96  # characters
LEAD = 18
LONGEST_TEXT = 20_000
BETWEEN = frozenset("，。、；：？！）》” ") | frozenset(",.;:?!)")


@dataclass(frozen=True)
class Piece:
    text: str
    is_hit: bool = False


def mark(text: str, needles: Sequence[str]) -> tuple[Piece, ...]:
    """The whole text in pieces; `needles` are folded."""
    folded = fold_with_origin(text)
    return _pieces(folded, 0, len(folded.shown), _hits(folded, needles))


def excerpt(text: str, needles: Sequence[str], width: int = EXCERPT) -> tuple[Piece, ...]:
    """The passage that holds the most different needles, with an ellipsis where it was cut."""
    folded = fold_with_origin(" ".join(text[:LONGEST_TEXT].split()))
    found = _hits(folded, needles)
    start = max(0, _best_start(found, width) - LEAD)
    while start and start < len(folded.shown) - 1 and folded.shown[start] in BETWEEN:
        start += 1  # no passage begins with what closed the sentence before it
    stop = min(len(folded.shown), start + width)
    pieces = _pieces(folded, start, stop, found)
    before = (Piece("…"),) if start else ()
    after = (Piece("…"),) if stop < len(folded.shown) else ()
    return before + pieces + after


@dataclass(frozen=True)
class _Hit:
    start: int
    stop: int
    needle: str


def _hits(text: FoldedText, needles: Sequence[str]) -> list[_Hit]:
    found: list[_Hit] = []
    for needle in dict.fromkeys(needles):
        at = text.folded.find(needle) if needle else -1
        while at >= 0:
            last = at + len(needle) - 1
            found.append(_Hit(text.origin[at], text.origin[last] + 1, needle))
            at = text.folded.find(needle, last + 1)
    return sorted(found, key=lambda hit: hit.start)


def _best_start(found: list[_Hit], width: int) -> int:
    best, most = 0, 0
    for hit in found[:200]:
        inside = {other.needle for other in found if hit.start <= other.start < hit.start + width - LEAD}
        if len(inside) > most:
            best, most = hit.start, len(inside)
    return best


def _pieces(text: FoldedText, start: int, stop: int, found: list[_Hit]) -> tuple[Piece, ...]:
    marked = bytearray(len(text.shown))
    for hit in found:
        marked[hit.start : hit.stop] = b"\1" * (hit.stop - hit.start)
    runs = groupby(range(start, stop), key=lambda offset: marked[offset])
    return tuple(Piece("".join(text.shown[offset] for offset in run), bool(flag)) for flag, run in runs)
