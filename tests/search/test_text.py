from hypothesis import given
from hypothesis import strategies as st

from search.highlight import excerpt, mark
from search.pinyin import letters, sound, sound_terms
from search.text import clauses, cut, fold, fold_with_origin, identifier, units
from search.words import words


def test_width_case_and_script_fold_away() -> None:
    assert fold("臺灣ＡＢＣ１２３") == "台湾abc123"


def test_invisible_characters_and_dots_in_names_fold_away() -> None:
    assert units("买买提·吐尔逊") == units("买买提\u200b吐\ufeff尔逊")


@given(st.text())
def test_every_text_folds_and_remembers_its_origin(text: str) -> None:
    remembered = fold_with_origin(text)
    assert remembered.folded == fold(text)
    assert len(remembered.origin) == len(remembered.folded)


@given(st.text(alphabet="高龄津贴申领乾隆後髮著A4１①㎡·,。 ", min_size=1), st.data())
def test_a_part_of_a_text_folds_to_a_part_of_the_folded_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    stop = data.draw(st.integers(start, len(text)))
    assert fold(text[start:stop]) in fold(text)


def test_letters_and_digits_stay_together_and_pair_with_their_neighbours() -> None:
    assert clauses("用A4纸,GB 39554") == [["用", "a4", "纸"], ["gb"], ["39554"]]
    assert cut(["用A4纸,张三"]).pairs == "用a4 a4纸 | 张三"
    assert cut(["高高,低"]).units == "高 低"


def test_a_number_is_compared_without_its_punctuation() -> None:
    assert identifier("云民受〔2026〕12 号") == identifier("云民受[2026]12号") == "云民受202612号"


def test_pinyin_and_initials_begin_at_every_syllable() -> None:
    assert sound_terms(["高龄津贴"]) >= {"gaolingjintie", "lingjintie", "gljt", "jt"}
    assert sound("高龄津贴") == "gaolingjintie"
    assert sound_terms(["很" * 30]) == set()


def test_only_letters_are_taken_for_pinyin() -> None:
    assert letters(" Gao'ling ") == "gaoling"
    assert letters("gao1") == letters("高") == letters("") == ""


def test_a_question_is_cut_into_telling_words() -> None:
    assert words("公租房怎么申请?", frozenset({"公租房"})) == ("公租房",)
    assert words("我想办准生证", frozenset({"准生证"})) == ("准生证",)


def test_a_question_of_stop_words_has_no_telling_word() -> None:
    assert words("怎么办理", frozenset()) == ()


def test_what_was_found_is_marked_in_the_original_writing() -> None:
    pieces = mark("臺灣居民ＡＢＣ指南", ["台湾", "abc"])
    assert [(piece.text, piece.is_hit) for piece in pieces] == [
        ("臺灣", True),
        ("居民", False),
        ("ＡＢＣ", True),
        ("指南", False),
    ]


def test_an_excerpt_shows_the_passage_with_the_most_words() -> None:
    text = "甲" * 300 + "高龄津贴发给老年人" + "乙" * 300 + "老年人"
    shown = "".join(piece.text for piece in excerpt(text, ["高龄津贴", "老年人"]))
    assert "高龄津贴发给老年人" in shown
    assert shown.startswith("…") and shown.endswith("…") and len(shown) < 110


@given(st.text(max_size=200), st.lists(st.text(max_size=5), max_size=4))
def test_marking_never_loses_a_character(text: str, needles: list[str]) -> None:
    assert "".join(piece.text for piece in mark(text, needles)) == fold_with_origin(text).shown
