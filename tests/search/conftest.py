from collections.abc import Iterator
from pathlib import Path

import pytest

from search.engines.base import Engine
from search.engines.embedded import EmbeddedEngine


@pytest.fixture(params=["embedded"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """Every engine there is, each empty."""
    engines = {"embedded": lambda: EmbeddedEngine(tmp_path / "index")}
    yield engines[request.param]()
