"""Pinyin and initials of titles and names, for those who type letters instead of characters."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from pypinyin import Style, lazy_pinyin

from search.text import fold, units

LONGEST_NAME = 24  # characters; what is longer is a sentence and not typed in pinyin
LONGEST_SUFFIX = 12


@lru_cache(maxsize=4096)
def syllables(text: str) -> tuple[str, ...]:
    """高龄 → gao, ling. What is no ideograph stays as it is."""
    return tuple(lazy_pinyin("".join(units(text)), style=Style.NORMAL, v_to_u=False))


def sound(text: str) -> str:
    return "".join(syllables(text))


def sound_terms(names: Iterable[str]) -> set[str]:
    """Pinyin and initials of each name from each of its syllables on: gaolingjintie, lingjintie, gljt, ljt …"""
    terms: set[str] = set()
    for name in names:
        if len(name) > LONGEST_NAME:
            continue
        spoken = syllables(name)
        for start in range(min(len(spoken), LONGEST_SUFFIX)):
            rest = spoken[start:]
            terms.add("".join(rest))
            terms.add("".join(syllable[0] for syllable in rest))
    return {term for term in terms if len(term) > 1}


def letters(text: str) -> str:
    """The letters of a query typed in pinyin, or "" when it holds anything but letters: `gao ling` → gaoling."""
    typed = "".join(fold(text).replace("'", "").split())
    return typed if typed.isascii() and typed.isalpha() else ""
