from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from search.engines import engine as portal_engine
from search.engines.base import Engine
from search.engines.embedded import EmbeddedEngine
from tests.cases.factories import County


@pytest.fixture(params=["embedded"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """Every engine there is, each empty."""
    engines = {"embedded": lambda: EmbeddedEngine(tmp_path / "index")}
    yield engines[request.param]()


@pytest.fixture
def index(settings: Any, tmp_path: Path) -> Engine:
    """The portal's own engine over an empty index that follows every change."""
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    settings.SEARCH_KEEPS_UP = True
    return portal_engine()


@pytest.fixture
def county(db: None) -> County:
    return County()
