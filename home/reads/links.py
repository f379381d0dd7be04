"""Addresses of other rooms' faces, and the code that carries an address onto a phone."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import segno
from django.urls import NoReverseMatch, reverse
from django.utils.safestring import SafeString, mark_safe


def address_of(name: str, *args: Any) -> str:
    """'' while the face it leads to is not installed."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


@lru_cache(maxsize=4096)
def share_code(url: str) -> SafeString:
    """The address as a QR code, drawn into the page."""
    return mark_safe(segno.make(url, error="m").svg_inline(scale=4, border=2, dark="#14202b", light="#fff"))
