"""What every test of the house stands on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db.backends.sqlite3.operations import DatabaseOperations


@pytest.fixture(autouse=True, scope="session")
def append_only_tables_can_be_emptied() -> Iterator[None]:
    """A test with real transactions ends by emptying every table; SQLite's triggers would refuse that.

    The flush is followed by post_migrate, which puts the triggers back.
    """
    flush = DatabaseOperations.sql_flush

    def without_triggers(self: Any, style: Any, tables: Any, **options: Any) -> list[str]:
        drops = [f'DROP TRIGGER IF EXISTS "{table}_no_{verb}"' for table in tables for verb in ("UPDATE", "DELETE")]
        return [*drops, *flush(self, style, tables, **options)]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DatabaseOperations, "sql_flush", without_triggers)
        yield
