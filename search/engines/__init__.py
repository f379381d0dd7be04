"""The engine in use, chosen by the setting SEARCH_ENGINE."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from django.conf import settings

from search.engines.base import Engine
from search.engines.embedded import EmbeddedEngine


def engine() -> Engine:
    return _embedded(Path(settings.SEARCH_INDEX_DIR))


@cache
def _embedded(directory: Path) -> Engine:
    return EmbeddedEngine(directory)
