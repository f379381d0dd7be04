"""How often one address may try something on a public page, so that nobody tries numbers out or floods a list."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.cache import cache
from django.http import HttpRequest


@dataclass(frozen=True)
class Attempts:
    """`most` in `minutes` from the first one, counted under `name`."""

    name: str
    most: int
    minutes: int

    def may_try(self, request: HttpRequest) -> bool:
        """Whether this address may try once more now; counts it."""
        key, seconds = f"{self.name}:{request.META.get('REMOTE_ADDR', '')}", self.minutes * 60
        if cache.add(key, 1, seconds):
            return True
        try:
            return cache.incr(key) <= self.most
        except ValueError:  # it ran out between the two
            cache.set(key, 1, seconds)
            return True
