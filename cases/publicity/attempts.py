"""Counting the objections of one address, so that nobody floods a publicity."""

from __future__ import annotations

from django.core.cache import cache
from django.http import HttpRequest

MOST = 5
MINUTES = 60


def may_object(request: HttpRequest) -> bool:
    """Whether this address may send one more now; counts it."""
    key = f"publicity:{request.META.get('REMOTE_ADDR', '')}"
    if cache.add(key, 1, MINUTES * 60):
        return True
    try:
        return cache.incr(key) <= MOST
    except ValueError:  # it ran out between the two
        cache.set(key, 1, MINUTES * 60)
        return True
