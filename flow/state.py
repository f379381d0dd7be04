"""Protected state fields that can be read again from the database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django_fsm import FSMFieldMixin

if TYPE_CHECKING:
    from django.db import models

    _Model = models.Model
else:
    _Model = object


class FreshStateMixin(_Model):
    """Lets `refresh_from_db` renew protected FSM fields. Put it before `models.Model`.

    A protected field refuses assignment while the instance holds a value, so the value is taken out first. Nothing on
    the class is touched (django_fsm's own mixin unprotects the field for every thread). Callers still lock the row
    with `select_for_update` before they move the state.
    """

    def refresh_from_db(self, using: str | None = None, fields: Any = None, from_queryset: Any = None) -> None:
        wanted = None if fields is None else set(fields)
        held = {name: self.__dict__.pop(name) for name in self._held_states() if wanted is None or name in wanted}
        self.__dict__["_states_in_refresh"] = frozenset(held)
        try:
            super().refresh_from_db(using, fields, from_queryset)
        except Exception:
            self.__dict__.update(held)
            raise
        finally:
            del self.__dict__["_states_in_refresh"]

    def get_deferred_fields(self) -> set[str]:
        """A state that is just being renewed is not deferred: it must come with the same query."""
        renewing: frozenset[str] = self.__dict__.get("_states_in_refresh", frozenset())
        return super().get_deferred_fields() - renewing

    def _held_states(self) -> list[str]:
        fields = self._meta.concrete_fields
        return [f.attname for f in fields if isinstance(f, FSMFieldMixin) and f.attname in self.__dict__]
