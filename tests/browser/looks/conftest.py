"""The county of all looks, built once for a file of tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import put_back
from tests.browser.looks.stage import Stage
from tests.tables import call_with_tables_released


@pytest.fixture(scope="module")
def transactional_db(first_rows: Path, django_db_blocker: Any) -> Iterator[None]:
    """Instead of the fixture of this name: real rows, but for all looks at once."""
    with django_db_blocker.unblock():
        put_back(first_rows)
        yield
        call_with_tables_released("flush", verbosity=0, interactive=False)


@pytest.fixture(scope="module")
def stage(transactional_db: None) -> Stage:
    stage = Stage()
    stage.build()
    return stage
