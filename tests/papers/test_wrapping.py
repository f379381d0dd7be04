"""Long titles break where a reader would break them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papers.wrapping import balanced


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("受理通知书", ["受理通知书"]),
        ("关于2026年11月拟纳入最低生活保障对象的公示", ["关于2026年11月", "拟纳入最低生活保障对象的公示"]),
        ("关于移送“失能老年人护理补贴”申请的函", ["关于移送", "“失能老年人护理补贴”申请的函"]),
    ],
)
def test_a_title_breaks_between_its_parts(title: str, lines: list[str]) -> None:
    assert balanced(title, 17) == lines


@given(st.text("关于的、“”《》2026年申请公示", max_size=80))
def test_nothing_of_a_title_is_lost(title: str) -> None:
    assert "".join(balanced(title, 17)) == title
