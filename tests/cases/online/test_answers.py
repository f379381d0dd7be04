"""The rules of single answers."""

from datetime import date

import pytest

from cases.rules.answers import answer_problem, normalise_answer, shown_answer, unprintable
from catalog.content import FormField, Option

TODAY = date(2026, 11, 23)


def asked(kind="text", key="x", **more):
    return FormField(key=key, label="问", kind=kind, **more)


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        ("money", "¥１,２００.５０ 元", "1200.50"),
        ("number", " 85.5 ", "85.5"),
        ("date", "2026-5-8", "2026-05-08"),
        ("id_number", "99010119650303001x", "99010119650303001X"),
        ("text", "\u200b云溪\ufeff", "云溪"),
        ("long_text", "一\r\n二\n", "一\n二"),
    ],
)
def test_what_is_meant_is_kept(kind, typed, kept):
    assert normalise_answer(asked(kind), typed) == kept


@pytest.mark.parametrize(
    ("field", "answer"),
    [
        (asked("number"), "abc"),
        (asked("number"), "-3"),
        (asked("number"), "9" * 12),
        (asked("money"), "1e5"),
        (asked("date"), "2026-02-30"),
        (asked("date"), "1066-10-14"),
        (asked("date", key="child_born_on"), "2026-11-24"),
        (asked("yes_no"), "maybe"),
        (asked("text", max_length=3), "四个字呀"),
        (asked("text"), "a\x00b"),
        (asked("text"), ""),
    ],
)
def test_what_cannot_be_is_told(field, answer):
    assert answer_problem(field, answer, today=TODAY)


@pytest.mark.parametrize(
    ("field", "answer"),
    [
        (asked("date", key="expected_on"), "2027-03-01"),
        (asked("text", required=False), ""),
        (asked("long_text", max_length=500), "第一行\n第二行 ①℃㎡★"),
        (asked("choice", options=(Option("a", "甲"),)), "a"),
    ],
)
def test_what_can_be_is_taken(field, answer):
    assert answer_problem(field, answer, today=TODAY) is None


def test_rare_characters_are_letters_and_emoji_are_not():
    assert unprintable("䶮㛃𫖯〇") == ""
    assert "😀" in unprintable("王😀")


def test_answers_are_shown_in_words():
    assert shown_answer(asked("choice", options=(Option("a", "甲"),)), "a") == "甲"
    assert shown_answer(asked("yes_no"), "yes") == "是"
    assert shown_answer(asked("money"), "1200") == "¥1,200.00"
    assert shown_answer(asked("date"), "2026-11-30") == "2026年11月30日(周一)"
