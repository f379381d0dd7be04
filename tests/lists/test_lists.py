"""Every page in the table takes the same queries at one row and at thirty, and shows a full page of them.

One test, so that the world is built once: it reports every page that fails.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.lists.measure import Measured, measure
from tests.lists.table import PAGES, Page
from tests.queries import added, shapes_of

NO_JOBS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
MOST_QUERIES = 45
MOST_TIMES = 6  # the same statement on one page, whatever its values


@pytest.mark.timeout(600)
def test_every_list_takes_as_many_queries_for_thirty_rows_as_for_one(db: None, settings: Any, tmp_path: Path) -> None:
    settings.TASKS, settings.SEARCH_INDEX_DIR = NO_JOBS, tmp_path / "index"
    measured = measure()
    found = [f"{page.name}: {fault}" for page in PAGES for fault in faults(page, measured[page.name])]
    assert not found, "\n\n".join(found)


def faults(page: Page, told: Measured) -> Iterator[str]:
    if told.wrong:
        yield told.wrong
        return
    if len(told.many) > len(told.few):
        yield added(told.few, told.many)
    if len(told.many) > MOST_QUERIES:
        yield f"{len(told.many)} queries, which is more than {MOST_QUERIES}"
    sql, often = shapes_of(told.many).most_common(1)[0]
    if often > MOST_TIMES:
        yield f"sent {often} times: {sql}"
    few, many = told.rows
    if few == 0 or many < page.full:
        yield f"shows {few} rows of few and {many} of many, where {page.full} make a full page"
