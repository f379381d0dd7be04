"""Words of a question. Cutting happens only when asking, so a new term needs no new index."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

import rjieba

from search.text import clauses, fold

DATA = Path(__file__).parent / "data"
CERTAIN = 1_000_000  # frequency that makes the cutter keep a term whole: 公租房 is otherwise 公 and 租房


@cache
def stop_words() -> frozenset[str]:
    """Words that say a question is one, and nothing about what."""
    return frozenset(fold((DATA / "stopwords.txt").read_text(encoding="utf-8")).split())


@lru_cache(maxsize=4)
def segmenter(terms: frozenset[str]) -> rjieba.Jieba:
    """A cutter that keeps these (folded) terms whole."""
    cutter = rjieba.Jieba()
    for term in terms:
        if len(term) > 1:
            cutter.add_word(term, CERTAIN, None)
    return cutter


def words(text: str, terms: frozenset[str]) -> tuple[str, ...]:
    """The telling words of a question, each once. Single characters count only when nothing longer is left."""
    cutter = segmenter(terms)
    found = [word for clause in clauses(text) for word in cutter.cut("".join(clause))]
    telling = [word for word in dict.fromkeys(found) if word not in stop_words()]
    longer = [word for word in telling if len(word) > 1]
    return tuple(longer or telling)
