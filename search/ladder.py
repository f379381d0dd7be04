"""From what somebody typed to what is asked of the engine: rung by rung, strict before generous.

What is typed is text and never a query language: quotes, brackets, operators and control characters only part words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from core.fields import blind_index
from search.engines.base import AllOf, AnyOf, Exact, Match, Phrase, Sound
from search.pinyin import letters
from search.text import clauses, fold, identifier
from search.vocabulary import Vocabulary
from search.words import words

LONGEST_QUERY = 100  # characters; what is beyond is ignored, and the page says so
MOST_CLAUSES = 8
MOST_WORDS = 12
LONGEST_IDENTIFIER = 64


class RungName(StrEnum):
    EXACT = "exact"
    PHRASE = "phrase"
    SOUND = "sound"
    WORDS = "words"
    ANY = "any"


@dataclass(frozen=True)
class Rung:
    """`needles` are the folded strings to mark in what was found."""

    name: RungName
    match: Match
    needles: tuple[str, ...] = ()


def ladder(text: str, vocabulary: Vocabulary) -> Iterator[Rung]:
    """The rungs for this text, strictest first; none when it holds nothing that can be found."""
    asked = ["".join(clause) for clause in clauses(text[:LONGEST_QUERY])][:MOST_CLAUSES]
    if not asked:
        return
    if exact := _identifiers(text[:LONGEST_QUERY]):
        yield Rung(RungName.EXACT, Exact(exact), exact[:1])
    phrases = [vocabulary.variants(clause) for clause in asked]
    yield Rung(RungName.PHRASE, AllOf(tuple(map(_either, phrases))), _flat(phrases))
    if spoken := letters(text[:LONGEST_QUERY]):
        yield Rung(RungName.SOUND, Sound(spoken))
    telling = words(" ".join(asked), vocabulary.terms)[:MOST_WORDS]
    if not telling:
        return
    meant = [vocabulary.variants(word) for word in telling]
    if list(telling) != asked:
        yield Rung(RungName.WORDS, AllOf(tuple(map(_either, meant))), _flat(meant))
    if len(telling) > 1:
        yield Rung(RungName.ANY, AnyOf(tuple(map(_either, meant))), _flat(meant))


def wider(text: str, vocabulary: Vocabulary) -> Iterator[Rung]:
    """The rungs below the phrase, for a reader whom too little was found."""
    generous = (RungName.SOUND, RungName.WORDS, RungName.ANY)
    return (rung for rung in ladder(text, vocabulary) if rung.name in generous)


def _identifiers(text: str) -> tuple[str, ...]:
    """The text as a number of something, and as an identity number or telephone, which are indexed as keyed hashes."""
    plain = identifier(text)
    if not 4 <= len(plain) <= LONGEST_IDENTIFIER or not any(character.isdigit() for character in plain):
        return ()
    return (plain, identifier(blind_index(fold(plain).upper())))


def _either(variants: tuple[str, ...]) -> Match:
    return AnyOf(tuple(Phrase(variant) for variant in variants))


def _flat(groups: list[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(needle for group in groups for needle in group))
