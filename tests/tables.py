"""Emptying append-only tables between tests."""

from typing import Any

from django.apps import apps
from django.core.management import call_command
from django.db import connection

from core.append_only import append_only_models, protect_table, release_table


def call_with_tables_released(name: str, *args: Any, **options: Any) -> Any:
    """`call_command`, with the triggers away while it empties the tables (PostgreSQL truncates: they let it pass)."""
    if name != "flush" or connection.vendor != "sqlite":
        return call_command(name, *args, **options)
    tables = [model._meta.db_table for model in append_only_models(apps.get_app_configs())]
    for table in tables:
        release_table(connection, table)
    try:
        return call_command(name, *args, **options)
    finally:
        for table in tables:
            protect_table(connection, table)
