"""Whole answers of public pages, kept for those who are signed out.

An answer is kept under the generation of the public pages (`home.models.PageGeneration`), the day, the size of type and
the address. Every publication raises the generation inside its own transaction, so nothing old is ever given out after
it, on any machine. Only answers that a page of the portal marked as the same for everybody are kept, and only for
requests that carry neither a session nor messages nor a CSRF cookie.
"""

from __future__ import annotations

from typing import Any

SHARED = "is_shared_page"


def mark_shared(response: Any) -> Any:
    """Say that this answer is the same for everybody who is signed out."""
    setattr(response, SHARED, True)
    return response
