"""The county of the journeys, built once and laid out for each test; its people; and a clock that can be put forward."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import override_settings
from django.utils import timezone

from tests.browser.conftest import put_back
from tests.browser.county import build_county
from tests.browser.journey.cast import Cast
from tests.tables import call_with_tables_released


@pytest.fixture(scope="session")
def county_folder(first_rows: Path, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tables and search index of the county."""
    folder = tmp_path_factory.mktemp("county")
    with (
        django_db_blocker.unblock(),
        override_settings(SEARCH_KEEPS_UP=True, SEARCH_INDEX_DIR=folder / "index"),
        connection.cursor() as cursor,
    ):
        put_back(first_rows)
        build_county()
        cursor.execute("VACUUM INTO %s", [str(folder / "rows.sqlite3")])
        call_with_tables_released("flush", interactive=False, verbosity=0)
    connection.close()
    return folder


@pytest.fixture
def rows(county_folder: Path) -> Path:
    """What `county_server` lays out."""
    return county_folder / "rows.sqlite3"


@pytest.fixture
def county(county_server: Any, county_folder: Path, settings: Any, tmp_path: Path) -> Any:
    shutil.copytree(county_folder / "index", tmp_path / "index")
    settings.SEARCH_INDEX_DIR, settings.SEARCH_KEEPS_UP = tmp_path / "index", True
    return county_server


@pytest.fixture
def cast(county: Any, new_page: Callable[..., Any]) -> Cast:
    return Cast(new_page, address=county.url)


@pytest.fixture
def days_pass(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """`days_pass(1)`: tomorrow at this hour, for the server and its sessions."""
    passed = timedelta()
    true_now = timezone.now

    def now() -> datetime:
        return true_now() + passed

    def put_forward(days: int) -> None:
        nonlocal passed
        passed += timedelta(days=days)

    monkeypatch.setattr(timezone, "now", now)
    return put_forward
