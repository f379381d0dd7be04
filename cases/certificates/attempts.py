"""Counting what one address asks of the public verification, so that nobody can try numbers out (domain.md §7.3)."""

from __future__ import annotations

from django.core.cache import cache
from django.http import HttpRequest

MOST = 30
MINUTES = 10


def may_ask(request: HttpRequest) -> bool:
    """Whether this address may ask once more now; counts the question."""
    key = f"verify:{request.META.get('REMOTE_ADDR', '')}"
    if cache.add(key, 1, MINUTES * 60):
        return True
    try:
        return cache.incr(key) <= MOST
    except ValueError:  # it ran out between the two
        cache.set(key, 1, MINUTES * 60)
        return True
