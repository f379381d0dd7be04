"""Write one row by a statement that is put together once per table and choice of columns.

For the rows that every act writes while it has the writer's turn: `save()` compiles its statement anew each time, which
takes longer than the database does. No signal is sent and no `save()` of the model is called, so this is for models that
have neither; the fields prepare their values as always.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from django.db import connection, models


def insert_row(instance: models.Model) -> None:
    """Insert a new row; the instance has its key afterwards. Raises what the database raises, as `save()` does."""
    statement, fields = _insert(type(instance))
    with connection.cursor() as cursor:
        cursor.execute(statement, [_prepared(field, field.pre_save(instance, True)) for field in fields])
        instance.pk = cursor.fetchone()[0]
    instance._state.adding, instance._state.db = False, connection.alias


def update_rows(instances: Sequence[models.Model], names: Iterable[str], *, also: str = "") -> None:
    """Write these columns of rows that are there. `also` is SQL: a further column set from the row itself."""
    if not instances:
        return
    statement, fields = _update(type(instances[0]), tuple(names), also)
    rows = [[*(_prepared(field, field.pre_save(row, False)) for field in fields), row.pk] for row in instances]
    with connection.cursor() as cursor:
        if len(rows) == 1:
            cursor.execute(statement, rows[0])
        else:
            cursor.executemany(statement, rows)


def _prepared(field: models.Field[Any, Any], value: Any) -> Any:
    return field.get_db_prep_save(value, connection)


@cache
def _insert(model: type[models.Model]) -> tuple[str, list[models.Field[Any, Any]]]:
    meta = model._meta
    fields = [field for field in meta.concrete_fields if not field.primary_key]
    columns, values = ", ".join(f'"{field.column}"' for field in fields), ", ".join(["%s"] * len(fields))
    statement = f'INSERT INTO "{meta.db_table}" ({columns}) VALUES ({values}) RETURNING "{meta.pk.column}"'  # noqa: S608 - names of our own tables
    return statement, fields


@cache
def _update(model: type[models.Model], names: tuple[str, ...], also: str) -> tuple[str, list[models.Field[Any, Any]]]:
    meta = model._meta
    known = {field.name: field for field in meta.concrete_fields}
    fields = [known[name] for name in dict.fromkeys(names)]
    columns = ", ".join([*(f'"{field.column}" = %s' for field in fields), *([also] if also else [])])
    return f'UPDATE "{meta.db_table}" SET {columns} WHERE "{meta.pk.column}" = %s', fields  # noqa: S608 - as above
