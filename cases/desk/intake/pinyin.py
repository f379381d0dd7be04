"""Names of items as a clerk types them at speed: glglbt, gaoling, 高龄."""

from __future__ import annotations

from functools import lru_cache

from pypinyin import Style, lazy_pinyin


@lru_cache(maxsize=2048)
def typed_words(name: str) -> str:
    """Name, full pinyin and initials, for matching in the page."""
    sound = "".join(lazy_pinyin(name))
    initials = "".join(lazy_pinyin(name, style=Style.FIRST_LETTER))
    return f"{name} {sound} {initials}".lower()
