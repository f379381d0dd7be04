"""Copies of rows with everything that hangs on them: the fast way from one of everything to thirty."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from copy import copy
from typing import Any

from django.db import models

Row = models.Model
Made = dict[tuple[type[Row], Any], list[Row]]


def copy_all(
    kinds: Iterable[type[Row]], *, times: int, left: Callable[[Row, int], bool] = lambda row, n: False
) -> None:
    """Each row of these kinds so many times over; a copy points to the copies of the same turn.

    `left(row, n)`: this row is not copied in turn n, and what the turn copies goes on pointing to it.
    """
    made: Made = {}
    for kind in in_order(kinds):
        rows = list(kind._base_manager.order_by("pk"))
        turns = [(row, n) for row in rows for n in range(times) if not left(row, n)]
        copied = [_copy(row, n, made) for row, n in turns]
        kind._base_manager.bulk_create(copied, batch_size=200)
        for (row, n), new in zip(turns, copied, strict=True):
            made.setdefault((kind, row.pk), [row] * times)[n] = new


def copy_row(row: Row, *, times: int, **told: Any) -> list[Row]:
    """The row alone. `told`: field = what it is in turn n."""
    copied = [_copy(row, n, {}) for n in range(times)]
    for n, new in enumerate(copied):
        for name, value in told.items():
            setattr(new, name, value(n))
    return list(type(row)._base_manager.bulk_create(copied))


def in_order(kinds: Iterable[type[Row]]) -> list[type[Row]]:
    """Such that what a row must point to comes before it, and what it may point to where that is possible."""
    waiting, order = list(kinds), list[type[Row]]()
    while waiting:
        ready = [kind for kind in waiting if not _pointed_to(kind, null=False) & set(waiting) - {kind}]
        assert ready, f"rows that must point to each other: {waiting}"
        best = min(ready, key=lambda kind: len(_pointed_to(kind, null=True) & set(waiting) - {kind}))
        order.append(best)
        waiting.remove(best)
    return order


def _pointed_to(kind: type[Row], *, null: bool) -> set[Any]:
    return {field.related_model for field in _keys(kind) if field.null == null}


def _keys(kind: type[Row]) -> list[Any]:
    return [field for field in kind._meta.concrete_fields if isinstance(field, models.ForeignKey)]


def _copy(row: Row, n: int, made: Made) -> Row:
    new = copy(row)
    new._state = copy(row._state)
    new._state.fields_cache = {}  # type: ignore[misc]
    new._state.adding, new.pk = True, None
    for field in _keys(type(row)):
        pointed = (field.related_model, getattr(row, field.attname))
        if pointed in made:
            setattr(new, field.attname, made[pointed][n].pk)
        elif field.unique:
            setattr(new, field.attname, None)
    for field in _said_once(type(row)):
        if (value := getattr(row, field.attname)) not in (None, ""):
            setattr(new, field.attname, _another(field, value, row.pk, n))
    return new


def _said_once(kind: type[Row]) -> list[Any]:
    alone = {rule.fields[0] for rule in kind._meta.constraints if len(getattr(rule, "fields", ())) == 1}
    fields = [field for field in kind._meta.concrete_fields if not field.is_relation and not field.primary_key]
    return [field for field in fields if field.unique or field.name in alone]


def _another(field: Any, value: Any, pk: Any, n: int) -> Any:
    if isinstance(field, models.UUIDField):
        return uuid.uuid4()
    assert isinstance(field, models.CharField), field
    return f"{value[:4]}{pk}x{n}"[: field.max_length]
