from __future__ import annotations

from collections.abc import Iterator

import pytest

from home.middleware import kept
from home.models import HomePage
from tests.home.factories import make_site


@pytest.fixture
def site(db: None) -> Iterator[HomePage]:
    kept.clear()
    yield make_site()
    kept.clear()
