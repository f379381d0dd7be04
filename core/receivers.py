from __future__ import annotations

from typing import Any

from django.apps.config import AppConfig
from django.db import connections

from core.append_only import append_only_models, protect_table


def protect_append_only_tables(app_config: AppConfig, using: str, **kwargs: Any) -> None:
    """After `migrate`: triggers on every append-only table of the app that exists (an app may be unapplied)."""
    wanted = [model for model in append_only_models([app_config]) if model._meta.managed]
    if not wanted:
        return
    present = set(connections[using].introspection.table_names())
    for model in wanted:
        if model._meta.db_table in present:
            protect_table(connections[using], model._meta.db_table)
