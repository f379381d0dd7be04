"""The events of a case as far as its clocks read them (`cases.clock.Happening`), without a model instance for each."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import BigAutoField

from cases.models import Case, CaseEvent
from core.prepared import Prepared


@dataclass(frozen=True, slots=True)
class Happened:
    verb: str
    state_to: str
    at: datetime
    data: Any


_READ = tuple(field.name for field in fields(Happened))
_OF_ONE = Prepared(
    lambda case: CaseEvent.objects.filter(case_id=case).order_by("id").values_list(*_READ), case=BigAutoField()
)


def happened(case_ids: Iterable[int]) -> dict[int, list[Happened]]:
    """What happened to each of these cases, in its order; one query."""
    found: dict[int, list[Happened]] = defaultdict(list)
    rows = CaseEvent.objects.filter(case_id__in=case_ids).order_by("id")
    for case_id, *read in rows.values_list("case_id", *_READ).iterator():
        found[case_id].append(Happened(*read))
    return found


def history_of(case: Case) -> list[Happened]:
    """Read once per instance, so take it only of a locked case; whoever appends an event appends it here too."""
    kept: list[Happened] | None = vars(case).get("_history")
    if kept is None:
        kept = vars(case)["_history"] = [Happened(*row) for row in _OF_ONE.tuples(case=case.pk)]
    return kept


def as_read(event: CaseEvent) -> Happened:
    """A new event as the database would give it back: nothing but JSON in its data, its moment in UTC."""
    data = json.loads(json.dumps(event.data, cls=DjangoJSONEncoder))
    return Happened(event.verb, event.state_to, event.at.astimezone(UTC), data)
