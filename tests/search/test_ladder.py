import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.engines.base import Exact, Sound
from search.ladder import LONGEST_QUERY, RungName, ladder, wider
from search.vocabulary import Vocabulary

GROUPS = (("低保", "最低生活保障"), ("高龄津贴", "高龄补贴"))
VOCABULARY = Vocabulary(GROUPS, frozenset(word for group in GROUPS for word in group))


def rungs(text: str) -> list[RungName]:
    return [rung.name for rung in ladder(text, VOCABULARY)]


def test_a_number_is_asked_for_exactly_first() -> None:
    first = next(ladder("YX2026-0001", VOCABULARY))
    assert first.name == RungName.EXACT
    assert isinstance(first.match, Exact) and "yx20260001" in first.match.values


def test_words_without_a_digit_are_no_number() -> None:
    assert rungs("高龄津贴") == [RungName.PHRASE]


def test_a_question_goes_from_the_phrase_to_its_words_to_any_of_them() -> None:
    assert rungs("低保和高龄津贴怎么申请") == [RungName.PHRASE, RungName.WORDS, RungName.ANY]


def test_letters_are_also_taken_for_pinyin() -> None:
    assert Sound("gljt") in [rung.match for rung in ladder("GLJT", VOCABULARY)]


def test_a_synonym_is_asked_for_beside_the_word() -> None:
    rung = next(ladder("高龄补贴", VOCABULARY))
    assert set(rung.needles) == {"高龄补贴", "高龄津贴"}


def test_a_wider_search_leaves_the_phrase_out() -> None:
    assert RungName.PHRASE not in [rung.name for rung in wider("低保和高龄津贴", VOCABULARY)]


@pytest.mark.parametrize("nothing", ["", " ", "\x00", '"', "()&|!:*", "。,"])
def test_what_holds_no_character_to_find_asks_nothing(nothing: str) -> None:
    assert rungs(nothing) == []


def test_forty_thousand_characters_are_cut() -> None:
    rung = next(ladder("低" * 40_000, VOCABULARY))
    assert len(rung.needles[0]) == LONGEST_QUERY


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=120))
def test_any_text_makes_a_ladder(text: str) -> None:
    names = rungs(text)
    assert names == sorted(names, key=list(RungName).index)
