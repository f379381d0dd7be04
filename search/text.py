"""Folding and cutting: the same for what is indexed and for what is asked.

A text is folded character by character (NFKC, case, traditional to simplified, full and half width), so that every
substring of a text folds to a substring of the folded text: what one can read one can find. It is then cut into
units - one ideograph, or one run of Latin letters and digits - and units into overlapping pairs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from operator import add

import opencc

# A run of Latin letters and digits, or any other letter. Python's tables end at Unicode 14, so the ideographic
# planes and the private area (names typed with an old input method) are named outright; emoji are searchable too.
_LATIN = r"[0-9a-z\u00df-\u024f]"
_OTHER = r"[^\W_]|[\ue000-\uf8ff\U00020000-\U0003ffff\U0001f000-\U0001faff]"
LATIN = re.compile(_LATIN)
UNIT = re.compile(f"{_LATIN}+|{_OTHER}")
CLAUSE = re.compile(f"(?:{_LATIN}|{_OTHER})+")
LONGEST_UNIT = 64
MIDDLE_DOTS = "\u00b7\u2022\u2027\u30fb"
GAP = "|"


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


class _FoldTable(dict[int, str]):
    """Fills itself: code point to folded text. Invisible characters and the dots inside names fold to nothing."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if unicodedata.category(character) == "Cf" or character in MIDDLE_DOTS:
            folded = ""
        elif unicodedata.category(character) in ("Cc", "Cs"):
            folded = " "
        else:
            plain = unicodedata.normalize("NFKC", character).casefold()
            folded = "".join(_converter().convert(part) for part in plain if part not in MIDDLE_DOTS)
        self[code] = folded
        return folded


_TABLE = _FoldTable()


def fold(text: str) -> str:
    """The form in which texts are compared: 臺灣ＡＢＣ and 台湾abc are the same."""
    return unicodedata.normalize("NFC", text).translate(_TABLE)


@dataclass(frozen=True)
class FoldedText:
    """A folded text that remembers where each character came from; `origin[i]` is an offset in `shown`."""

    shown: str
    folded: str
    origin: tuple[int, ...]


def fold_with_origin(text: str) -> FoldedText:
    shown = unicodedata.normalize("NFC", text)
    folded: list[str] = []
    origin: list[int] = []
    for offset, character in enumerate(shown):
        part = _TABLE[ord(character)]
        folded.append(part)
        origin.extend([offset] * len(part))
    return FoldedText(shown, "".join(folded), tuple(origin))


def clauses(text: str) -> list[list[str]]:
    """The units of a text, broken wherever something that is not a unit stands between two of them."""
    return [_units_of(clause) for clause in CLAUSE.findall(fold(text))]


def _units_of(clause: str) -> list[str]:
    if LATIN.search(clause):
        return [unit[:LONGEST_UNIT] for unit in UNIT.findall(clause)]
    return list(clause)


def units(text: str) -> list[str]:
    return [unit for clause in clauses(text) for unit in clause]


def pairs(clause: Sequence[str]) -> Iterator[str]:
    """张三丰 → 张三, 三丰."""
    return map(add, clause, clause[1:])


@dataclass(frozen=True)
class Cut:
    """What is indexed of some texts. `pairs` serve phrases: separated by spaces, with a gap between clauses so that
    no phrase spans two. `units` serve questions of a single unit: every unit once."""

    pairs: str
    units: str


def cut(texts: Iterable[str]) -> Cut:
    found = [clause for text in texts for clause in clauses(text)]
    spaced = [" ".join(pairs(clause)) for clause in found if len(clause) > 1]
    return Cut(f" {GAP} ".join(spaced), " ".join(dict.fromkeys(chain.from_iterable(found))))


def identifier(text: str) -> str:
    """A number as it is compared: without spaces, hyphens and brackets, folded. 云民〔2026〕12号 → 云民202612号."""
    return "".join(units(text))
