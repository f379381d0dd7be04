"""Queries in which only the values differ from call to call: turned into SQL once per connection, not at every call.

For a wide row Django takes ten times as long to build and compile the query as the database takes to answer it. The
handful that every request of the desk asks, some with the writer's turn in hand, are kept compiled; everything else
stays an ordinary query. What comes out is what the query itself would give.

    LOCKED = Prepared(lambda pk: Case.objects.select_for_update().filter(pk=pk), pk=models.BigAutoField())
    case = LOCKED.get(pk=7)
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, Generic, TypeVar, cast

from django.db import DEFAULT_DB_ALIAS, connections, models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.query import ModelIterable, prefetch_related_objects
from django.db.models.sql.compiler import SQLCompiler
from django.db.transaction import TransactionManagementError

M = TypeVar("M", bound=models.Model)
_KEPT = "_prepared_queries"  # on the connection, which belongs to one thread


class Slot(models.Expression):
    """Where a value comes in; `output_field` prepares it for the database."""

    def __init__(self, name: str, output_field: models.Field[Any, Any]) -> None:
        super().__init__(output_field=output_field)
        self.name = name

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, tuple[Any, ...]]:
        return "%s", (self,)


class Prepared(Generic[M]):
    """`build` gets a slot for each of `slots` and returns the query. A slot stands for one value, never for a list.

    Nothing that differs between two calls may stand in the query itself: no moment, no person, no language.
    """

    def __init__(self, build: Callable[..., models.QuerySet[M, Any]], **slots: models.Field[Any, Any]) -> None:
        self._build = build
        self._slots = slots

    def rows(self, **values: Any) -> list[M]:
        """Every row, prefetched as the query says. Raises KeyError for a value that is missing."""
        kept = self._with(values)
        found: list[M] = list(ModelIterable(cast(Any, kept)))  # it reads no more of a queryset than this
        if found and kept.prefetched:
            prefetch_related_objects(found, *kept.prefetched)
        return found

    def first(self, **values: Any) -> M | None:
        return next(iter(self.rows(**values)), None)

    def get(self, **values: Any) -> M:
        """Raises `DoesNotExist` of the model."""
        found = self.first(**values)
        if found is None:
            model = self._kept().model
            raise model.DoesNotExist(f"{model._meta.object_name} matching query does not exist.")
        return found

    def tuples(self, **values: Any) -> list[tuple[Any, ...]]:
        """The rows of a query that ends in `values_list`."""
        return [tuple(row) for row in self._with(values).compiler.results_iter()]

    def _with(self, values: dict[str, Any]) -> _Kept:
        kept = self._kept()
        kept.values = values
        return kept

    def _kept(self) -> _Kept:
        connection = connections[DEFAULT_DB_ALIAS]
        known: dict[Prepared[M], _Kept] = vars(connection).setdefault(_KEPT, {})
        if self not in known:
            slots = {name: Slot(name, field) for name, field in self._slots.items()}
            known[self] = _Kept(self._build(**slots), connection)
        return known[self]


def keep_prefetched(instance: models.Model, name: str, rows: list[M]) -> None:
    """These rows are what the relation `name` of this instance holds, as if prefetched: each knows the instance."""
    held = getattr(instance, name).all()
    held._result_cache, held._prefetch_done = rows, True
    vars(instance).setdefault("_prefetched_objects_cache", {})[name] = held
    for field in held._known_related_objects:
        for row in rows:
            setattr(row, field.name, instance)


def rows_of(instance: models.Model, name: str) -> list[Any]:
    """`list(instance.name.all())`, prefetched or through a compiled query; read anew at every call."""
    held = getattr(instance, "_prefetched_objects_cache", {}).get(name)
    if held is not None:
        return list(held)
    owner, query = _related(type(instance), name)
    rows = query.rows(owner=instance.pk)
    for row in rows:
        setattr(row, owner, instance)
    return rows


@cache
def _related(model: type[models.Model], name: str) -> tuple[str, Prepared[Any]]:
    field: models.ForeignKey[Any, Any] = getattr(model, name).field
    rows = field.model._default_manager.filter
    return field.name, Prepared(lambda owner: rows(**{field.attname: owner}), owner=field.target_field)


class _Kept:
    """The query compiled for one connection, in the shape of what `ModelIterable` reads of a queryset."""

    def __init__(self, found: models.QuerySet[Any, Any], connection: BaseDatabaseWrapper) -> None:
        self.model, self.db, self.query = found.model, connection.alias, self
        self.prefetched = vars(found)["_prefetch_related_lookups"]
        self._known_related_objects: dict[Any, Any] = {}
        self.compiler: SQLCompiler = found.query.get_compiler(connection=connection)
        self.sql, self.parameters = self.compiler.as_sql()
        self.locks = found.query.select_for_update and connection.features.has_select_for_update
        converters = self.compiler.get_converters([column for column, _sql, _alias in self.compiler.select])
        vars(self.compiler).update(as_sql=self._as_sql, get_converters=lambda _columns: converters)
        self.values: dict[str, Any] = {}

    def get_compiler(self, using: str) -> SQLCompiler:
        return self.compiler

    def _as_sql(self) -> tuple[str, tuple[Any, ...]]:
        connection = self.compiler.connection
        if self.locks and connection.get_autocommit():
            raise TransactionManagementError("select_for_update cannot be used outside of a transaction.")
        return self.sql, tuple(
            part.output_field.get_db_prep_value(self.values[part.name], connection) if isinstance(part, Slot) else part
            for part in self.parameters
        )
