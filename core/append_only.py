"""Tables in which the database itself refuses UPDATE and DELETE.

A model asks for it by `append_only = True` in its class body; `core.receivers` installs the triggers after every
`migrate`, so that they survive squashed migrations and SQLite's way of rebuilding tables. A refused statement raises
IntegrityError. TRUNCATE is not refused: on PostgreSQL only the owner of a table may do it, and the owner should be
another login than the one the portal runs under (docs/running.md).
"""

from __future__ import annotations

from collections.abc import Iterable

from django.apps.config import AppConfig
from django.db import NotSupportedError, models
from django.db.backends.base.base import BaseDatabaseWrapper

_SQLITE = """CREATE TRIGGER IF NOT EXISTS "{table}_no_{verb}" BEFORE {verb} ON "{table}"
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"""
_POSTGRESQL_FUNCTION = """CREATE OR REPLACE FUNCTION core_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END $$"""
_POSTGRESQL = """CREATE TRIGGER "{table}_append_only" BEFORE UPDATE OR DELETE ON "{table}"
FOR EACH ROW EXECUTE FUNCTION core_refuse_change()"""


def append_only_models(apps: Iterable[AppConfig]) -> list[type[models.Model]]:
    return [model for app in apps for model in app.get_models() if getattr(model, "append_only", False)]


def protect_table(connection: BaseDatabaseWrapper, table: str) -> None:
    """Install the triggers; does nothing when they are there."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for verb in ("UPDATE", "DELETE"):
                cursor.execute(_SQLITE.format(table=table, verb=verb))
        elif connection.vendor == "postgresql":
            cursor.execute(
                "SELECT 1 FROM pg_trigger WHERE tgname = %s AND tgrelid = %s::regclass",
                [f"{table}_append_only", f'"{table}"'],
            )
            if cursor.fetchone() is None:
                cursor.execute(_POSTGRESQL_FUNCTION)
                cursor.execute(_POSTGRESQL.format(table=table))
        else:
            raise NotSupportedError(f"No append-only tables on {connection.vendor}: use PostgreSQL or SQLite.")


def release_table(connection: BaseDatabaseWrapper, table: str) -> None:
    """Take the triggers away: for emptying a test database, and for the retention job of a county's own."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for verb in ("UPDATE", "DELETE"):
                cursor.execute(f'DROP TRIGGER IF EXISTS "{table}_no_{verb}"')
        else:
            cursor.execute(f'DROP TRIGGER IF EXISTS "{table}_append_only" ON "{table}"')
