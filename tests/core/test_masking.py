import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.masking import mask_account, mask_address, mask_id_number, mask_name, mask_phone

characters = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("张三", "张*"),
        ("王小明", "王*明"),
        ("欧阳娜", "欧阳*"),
        ("欧阳娜娜", "欧阳**"),
        ("欧阳", "欧*"),
        ("司马相如", "司马**"),
        ("阿卜杜拉·买买提", "阿***·**提"),
        ("葛\U000e0100城", "葛*"),
        ("𫖯𰻝安", "𫖯*安"),
        ("张", "*"),
        ("", ""),
        (" 王小明 ", "王*明"),
    ],
)
def test_names(name, shown):
    assert mask_name(name) == shown


@given(st.text(characters, min_size=1, max_size=50))
def test_no_name_is_shown_whole(name):
    shown = mask_name(name)
    assert shown != name
    assert "*" in shown
    assert len(shown) == len(name)


@given(st.text("0123456789X", min_size=18, max_size=18))
def test_an_identity_number_shows_no_birthday(number):
    shown = mask_id_number(number)
    assert shown[3:14] == "*" * 11
    assert len(shown) == 18


@given(st.text("0123456789", min_size=1, max_size=19))
def test_short_numbers_are_hidden_whole(number):
    for mask, kept in ((mask_id_number, 7), (mask_phone, 7), (mask_account, 4)):
        shown = mask(number)
        assert len(shown) == len(number)
        assert set(shown) == {"*"} or len(number) > kept


def test_numbers_as_the_rule_shows_them():
    assert mask_id_number("11010519491231002X") == "110***********002X"
    assert mask_phone("13800135678") == "138****5678"
    assert mask_account("6222021234567894") == "************7894"
    assert mask_id_number("") == ""


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("云溪县柳河镇石桥村3组12号", "云溪县柳河镇石桥村***"),
        ("云溪县柳河镇李村村12号", "云溪县柳河镇李村村***"),
        ("云溪县城关街道东门社区解放路8号2单元", "云溪县城关街道东门社区***"),
        ("云溪县解放路8号2单元301室", "云溪县解放路***"),
        ("某处", "***"),
    ],
)
def test_addresses_end_at_the_village(address, shown):
    assert mask_address(address) == shown
