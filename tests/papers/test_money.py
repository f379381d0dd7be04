"""Sums in figures and in the capital numerals of 《支付结算办法》附一."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papers.money import DIGITS, MOST, capital_yuan, yuan


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("0", "零元整"),
        ("0.05", "伍分"),
        ("0.50", "伍角整"),
        ("1409.50", "壹仟肆佰零玖元伍角整"),
        ("6007.14", "陆仟零柒元壹角肆分"),
        ("1680.32", "壹仟陆佰捌拾元叁角贰分"),
        ("107000.53", "壹拾万零柒仟元伍角叁分"),
        ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
        ("325.04", "叁佰贰拾伍元零肆分"),
        ("1210", "壹仟贰佰壹拾元整"),
        ("100000000", "壹亿元整"),
        ("100010000", "壹亿零壹万元整"),
        ("20000300.00", "贰仟万零叁佰元整"),
    ],
)
def test_a_sum_is_written_in_capitals(amount: str, words: str) -> None:
    assert capital_yuan(amount) == words


def test_figures_have_the_sign_groups_and_two_places() -> None:
    assert yuan("1210") == "¥1,210.00"
    assert yuan("1,210.5") == "¥1,210.50"


@pytest.mark.parametrize("amount", ["-1", str(MOST + 1)])
def test_a_sum_without_capital_form_is_refused(amount: str) -> None:
    with pytest.raises(ValueError, match="no capital form"):
        capital_yuan(amount)


@given(st.integers(0, 10**16 - 1))
def test_capitals_say_the_same_number_as_the_figures(cents: int) -> None:
    assert _read(capital_yuan(Decimal(cents) / 100)) == cents


def _read(words: str) -> int:
    """The number of fen, read back by the rules a clerk reads by."""
    whole, _, rest = words.removesuffix("整").partition("元") if "元" in words else ("", "", words.removesuffix("整"))
    total, group, digit = 0, 0, 0
    for char in whole:
        if char in DIGITS:
            digit = DIGITS.index(char)
        elif char in "拾佰仟":
            group, digit = group + digit * 10 ** ("拾佰仟".index(char) + 1), 0
        else:
            total, group, digit = total + (group + digit) * 10 ** (4 * ("万亿兆".index(char) + 1)), 0, 0
    cents = 100 * (total + group + digit)
    for index, char in enumerate(rest):
        if char in "角分":
            cents += DIGITS.index(rest[index - 1]) * (10 if char == "角" else 1)
    return cents
