"""Where the rows are: SQLite in the data directory, or PostgreSQL by DATABASE_URL."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from environ import Env

POSTGRES_ENGINE = "django.db.backends.postgresql"
SQLITE_ENGINE = "core.sqlite"  # Django's own, but for the waiting
KEPT = {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}  # opening a connection costs more than most requests


def sqlite(directory: Path) -> dict[str, Any]:
    return {
        "ENGINE": SQLITE_ENGINE,
        "NAME": directory / "db.sqlite3",
        "CONN_MAX_AGE": 60,  # opening one costs more than a kept page
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-32000;",
        },
    }


def by_address(env: Env) -> dict[str, Any]:
    """The database DATABASE_URL names; what stands behind its `?` comes before ours."""
    found: dict[str, Any] = env.db("DATABASE_URL")
    if found["ENGINE"] != POSTGRES_ENGINE:
        return found
    return {**KEPT, **found}
