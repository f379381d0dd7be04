"""Counting the questions of one address to the public look-up, so that nobody can try numbers out."""

from __future__ import annotations

from django.core.cache import cache
from django.http import HttpRequest

MOST = 10
SECONDS = 15 * 60


def may_ask(request: HttpRequest) -> bool:
    """Whether this address may ask once more now; counts the question."""
    key = f"online:track:{request.META.get('REMOTE_ADDR', '')}"
    if cache.add(key, 1, SECONDS):
        return True
    try:
        return cache.incr(key) <= MOST
    except ValueError:  # it ran out between the two
        cache.set(key, 1, SECONDS)
        return True
