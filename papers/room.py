"""How much fits on the one page of a certificate: what does not, goes to an annex instead of under the seal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

LINES = 14  # of the small type, between the title and the seal
EASY = 9  # up to here the large type
VALUE, SMALL = 24, 33  # Chinese characters in one line of a value, of the agent's basis
FIXED = 4  # holder, code of the holder, item, validity


@dataclass(frozen=True)
class CertificateRows:
    """`first`: facts on the certificate; `annexed`: facts on the page behind it; `dense`: small type is needed."""

    first: list[tuple[str, str]]
    annexed: list[tuple[str, str]]
    dense: bool


def lay_out(facts: Sequence[Sequence[str]], *, agent: str, basis: str) -> CertificateRows:
    """Facts in their order, as long as there is room; each `[label, value]`. Full-width characters count one."""
    used = FIXED + (1 + ceil(len(basis) / SMALL) if agent else 0)
    first: list[tuple[str, str]] = []
    annexed: list[tuple[str, str]] = []
    for label, value in facts:
        lines = max(1, ceil(_width(value) / VALUE))
        if not annexed and used + lines < LINES:
            first.append((label, value))
            used += lines
        else:
            annexed.append((label, value))
    return CertificateRows(first, annexed, dense=used > EASY or bool(annexed))


def _width(text: str) -> float:
    return sum(1 if ord(char) > 0x2000 else 0.55 for char in text)
