"""After every migrate: install the triggers that make append-only tables append-only."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.db import connections

SQLITE = """CREATE TRIGGER IF NOT EXISTS {table}_no_{verb} BEFORE {verb} ON "{table}"
BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"""
POSTGRES_FUNCTION = """CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '%% is append-only', TG_TABLE_NAME; END $$"""
POSTGRES = """CREATE OR REPLACE TRIGGER {table}_no_{verb} BEFORE {verb} ON "{table}"
FOR EACH ROW EXECUTE FUNCTION refuse_change()"""


def install_triggers(sender: AppConfig, using: str, **kwargs: Any) -> None:
    tables = [model._meta.db_table for model in sender.get_models() if getattr(model, "append_only", False)]
    connection = connections[using]
    existing = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for table in existing.intersection(tables):
            if connection.vendor == "postgresql":
                cursor.execute(POSTGRES_FUNCTION)
            template = POSTGRES if connection.vendor == "postgresql" else SQLITE
            for verb in ("UPDATE", "DELETE"):
                cursor.execute(template.format(table=table, verb=verb))
