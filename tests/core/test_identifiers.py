from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.identifiers import (
    BASE36,
    USCC_ALPHABET,
    bank_account_problem,
    birth_date_of,
    certificate_identifier,
    certificate_identifier_problem,
    id_check_character,
    id_number_problem,
    is_female,
    iso7064_mod37_36,
    name_problem,
    normalise_id_number,
    normalise_name,
    normalise_phone,
    phone_problem,
    uscc_check_character,
    uscc_problem,
)

TODAY = date(2026, 11, 24)
GENUINE = "11010519491231002X"


def numbered(region="990100", born="19450312", serial="001"):
    base = f"{region}{born}{serial}"
    return base + id_check_character(base)


id_numbers = st.builds(
    lambda region, day, serial: numbered(f"{region:06d}", f"{day:%Y%m%d}", f"{serial:03d}"),
    st.integers(110000, 999999),
    st.dates(date(1900, 1, 1), TODAY),
    st.integers(0, 999),
)


def test_a_genuine_number_is_fine():
    assert id_number_problem(GENUINE, TODAY) is None
    assert birth_date_of(GENUINE) == date(1949, 12, 31)
    assert is_female(GENUINE)


@pytest.mark.parametrize("region", ["990100", "810000", "820000", "830000", "931156"])
def test_regions_are_not_judged(region):
    assert id_number_problem(numbered(region), TODAY) is None


@pytest.mark.parametrize(
    "typed", ["１１０１０５１９４９１２３１００２ｘ", " 110105 19491231 002x ", "110105-19491231-002X"]
)
def test_full_width_spaces_and_small_x_are_understood(typed):
    assert normalise_id_number(typed) == GENUINE
    assert id_number_problem(typed, TODAY) is None


@given(id_numbers)
def test_every_number_with_its_check_character_is_fine(number):
    assert id_number_problem(number, TODAY) is None
    assert birth_date_of(number) is not None


@given(id_numbers, st.integers(0, 5), st.integers(1, 9))
def test_one_mistyped_digit_is_noticed(number, place, change):
    wrong = number[:place] + str((int(number[place]) + change) % 10) + number[place + 1 :]
    assert id_number_problem(wrong, TODAY) is not None


@given(st.text(max_size=40))
def test_any_text_gets_an_answer(text):
    for problem in (id_number_problem, uscc_problem, phone_problem, bank_account_problem, name_problem):
        assert problem(text) is None or problem(text)
    assert certificate_identifier_problem(text)


@pytest.mark.parametrize(
    ("number", "word"),
    [
        ("", "Enter"),
        ("110105491231002", "15-digit"),
        ("110105194912310021", "last character"),
        ("11010519491331002X", "date of birth"),
        ("1101051949123100", "18 characters"),
        ("١١٠١٠٥١٩٤٩١٢٣١٠٠٢X", "18 characters"),
        ("1" * 40_000, "18 characters"),
        (numbered(born="18010101"), "too far back"),
        (numbered(born=f"{TODAY + timedelta(days=1):%Y%m%d}"), "future"),
    ],
)
def test_what_is_wrong_is_said(number, word, english):
    assert word in id_number_problem(number, TODAY)


def test_somebody_born_today_has_a_number():
    assert id_number_problem(numbered(born=f"{TODAY:%Y%m%d}"), TODAY) is None


@pytest.mark.parametrize("code", ["91350100M000100Y43", "12441500196720244T", "11100000000013338W"])
def test_genuine_credit_codes_are_fine(code):
    assert uscc_problem(code) is None
    assert uscc_problem(code.lower()) is None


@given(st.text(USCC_ALPHABET, min_size=17, max_size=17), st.integers(0, 16), st.integers(1, 30))
def test_one_mistyped_character_of_a_credit_code_is_noticed(base, place, change):
    code = base + uscc_check_character(base)
    assert uscc_problem(code) is None
    other = USCC_ALPHABET[(USCC_ALPHABET.index(code[place]) + change) % 31]
    assert uscc_problem(code[:place] + other + code[place + 1 :]) is not None


@given(st.text(BASE36, min_size=1, max_size=60), st.integers(0, 59), st.integers(1, 35))
def test_one_mistyped_character_of_an_identifier_is_noticed(base, place, change):
    place %= len(base)
    other = BASE36[(BASE36.index(base[place]) + change) % 36]
    assert iso7064_mod37_36(base) != iso7064_mod37_36(base[:place] + other + base[place + 1 :])


def test_our_own_certificate_identifiers_are_fine():
    identifier = certificate_identifier("11100000MB0000001", "11100000000013338W", "20260001", 1)
    assert identifier.startswith("1.2.156.3005.2.11100000MB0000001.11100000000013338W.20260001.001.")
    assert certificate_identifier_problem(identifier) is None
    assert certificate_identifier_problem(f" {identifier.lower()} ") is None


def test_a_mistyped_certificate_identifier_is_refused(english):
    identifier = certificate_identifier("11100000MB0000001", "11100000000013338W", "20260001", 1)
    assert "mistyped" in certificate_identifier_problem(identifier.replace("20260001", "20260007"))
    assert "begins with" in certificate_identifier_problem("hello")


@pytest.mark.parametrize("phone", ["13800138000", "１３８ ００１３ ８０００", "+86 138-0013-8000", "008613800138000"])
def test_phones_are_understood_as_people_write_them(phone):
    assert normalise_phone(phone) == "13800138000"
    assert phone_problem(phone) is None


@pytest.mark.parametrize("phone", ["", "1380013800", "12800138000", "0591-87654321", "138001380000"])
def test_other_numbers_are_no_mobile_phones(phone):
    assert phone_problem(phone)


@given(st.text("0123456789", min_size=15, max_size=18), st.integers(0, 14), st.integers(1, 9))
def test_one_mistyped_digit_of_a_bank_card_is_noticed(base, place, change):
    (card,) = [base + digit for digit in "0123456789" if bank_account_problem(base + digit) is None]
    assert bank_account_problem(card[:place] + str((int(card[place]) + change) % 10) + card[place + 1 :])


def test_a_bank_card_has_16_to_19_digits():
    assert bank_account_problem("6222 0212 3456 7894") is None
    assert bank_account_problem("123")
    assert bank_account_problem("6222021234567894622202")


@pytest.mark.parametrize(
    "name",
    [
        "王小明",
        "李〇",
        "䶮㛃",
        "𫖯",
        "𰻝王",
        "阿卜杜拉·买买提",
        "Mary Ann O'Neil",
        "欧阳娜娜",
        "葛\U000e0100城",
        "𮧵安",
    ],
)
def test_names_of_every_script_and_rare_characters_are_taken(name):
    assert name_problem(name if len(name) > 1 else name + "安") is None


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("", "full name"),
        ("王", "full name"),
        ("··", "full name"),
        ("王😀", "😀"),
        ("王❤️明", "❤"),
        ("王3", "3"),
        ("王\0明", "invisible"),
        ("王\u202e明", "invisible"),
        ("王\u3164", "belong"),
        ("<b>王</b>", "<"),
        ("王" * 51, "50 characters"),
        ("王" * 40_000, "50 characters"),
    ],
)
def test_what_is_no_name_is_said(name, word, english):
    assert word in name_problem(name)


def test_a_name_keeps_its_rare_characters_and_gets_one_dot():
    assert normalise_name("  阿卜杜拉•买买提 ") == "阿卜杜拉·买买提"
    assert normalise_name("\ufa2c 明") == "\ufa2c 明"
