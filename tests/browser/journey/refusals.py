"""What somebody sees who may not: a sentence in Chinese, and nothing of what was asked for."""

from __future__ import annotations

from typing import Any

LOST = "没有找到这一页"
CLOSED = "您不能打开这一页"


def does_not_exist_for(page: Any, address: str, *, secret: str = "") -> None:
    """The page answers as if there were no such thing."""
    answer = page.goto(address)
    body = page.inner_text("body")
    assert answer.status == 404, f"{address}: {answer.status}"
    assert LOST in body
    assert not secret or secret not in page.content()


def is_closed_to(page: Any, address: str, *, secret: str = "") -> None:
    """The page says that it is none of hers."""
    answer = page.goto(address)
    assert answer.status == 403, f"{address}: {answer.status}"
    assert CLOSED in page.inner_text("body")
    assert not secret or secret not in page.content()


def asks_to_sign_in(page: Any, address: str) -> None:
    page.goto(address)
    assert "/accounts/" in page.url
    assert "登录" in page.title()
