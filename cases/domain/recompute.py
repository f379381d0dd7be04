"""A changed calendar moves dates: wind the clocks of every open case anew, keep what moved, tell who has less time.

A run is a row (`Recomputation`), so that people see how far it is and a broken one goes on where it stopped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max, QuerySet

from cases.clock import Clocks, light_at, wind
from cases.domain.earlier import tell_earlier
from cases.domain.stored_clocks import CALENDAR_FIELDS, store_many
from cases.enums import DONE, Status
from cases.history import happened
from cases.models import Case, DueCause, DueChange, Recomputation
from cases.signals import case_changed
from catalog.models import ItemVersion
from places.calendar import Calendars, StoredCalendar
from places.models import Unit

CHUNK = 1000
CLOCKS = ("intake", "correction", "statutory", "promised", "tolerance", "delivery")


@dataclass(frozen=True)
class Progress:
    done: int
    total: int
    changed: int


def ask_recomputation(*, note: str, now: datetime) -> Recomputation:
    """The row and its job. Call inside the transaction of the change of the calendar."""
    from cases.tasks import recompute_after_calendar  # the job imports the verbs below

    asked = Recomputation.objects.create(note=note, asked_at=now)
    recompute_after_calendar.enqueue(asked.pk)
    return asked


def recompute_clocks(*, now: datetime, note: str = "") -> Iterator[Progress]:
    """A whole run at once, one line of progress a chunk."""
    return carry_on(run=Recomputation.objects.create(note=note, asked_at=now), now=now)


def carry_on(*, run: Recomputation, now: datetime) -> Iterator[Progress]:
    """One transaction a chunk, in which the row says so too. Two that carry on the same run share its chunks."""
    while True:
        with transaction.atomic():
            locked = Recomputation.objects.select_for_update().get(pk=run.pk)
            if locked.started_at is None:
                _begin(locked, now)
            if locked.finished_at is None:
                _step(locked, now)
                locked.save()
        yield Progress(locked.done, locked.total, locked.changed)
        if locked.finished_at is not None:
            return


def _open_cases() -> QuerySet[Case]:
    return Case.objects.exclude(status__in=(*DONE, Status.DRAFT))


def _begin(run: Recomputation, now: datetime) -> None:
    run.started_at = now
    run.until_key = _open_cases().aggregate(last=Max("pk"))["last"] or 0
    run.total = _open_cases().filter(pk__lte=run.until_key).count()


def _step(run: Recomputation, now: datetime) -> None:
    left = _open_cases().filter(pk__gt=run.last_key, pk__lte=run.until_key).order_by("pk")
    keys = list(left.values_list("pk", flat=True)[:CHUNK])
    if keys:
        changed, earlier = _chunk(keys, now, run.note)
        run.last_key = keys[-1]
        run.done, run.changed, run.earlier = run.done + len(keys), run.changed + changed, run.earlier + earlier
    if len(keys) < CHUNK:
        run.finished_at = now


def _chunk(keys: Sequence[int], now: datetime, note: str) -> tuple[int, int]:
    """How many cases have another date or light now, and how many an earlier date of those that were told."""
    cases = Case.objects.select_for_update(of=("self",)).filter(pk__in=keys).order_by("pk")
    rows = list(cases.only("version", "unit", "version_no", "light", *CALENDAR_FIELDS))
    events, calendar_of = happened(keys), _calendars(rows)
    versions = ItemVersion.objects.in_bulk({case.version_id for case in rows})
    moved: list[Case] = []
    history: list[DueChange] = []
    for case in rows:
        calendar = calendar_of[case.unit_id]
        clocks = wind(events[case.pk], versions[case.version_id].facts, calendar)
        history += [
            DueChange(case=case, clock=name, old_on=old, new_on=new, cause=DueCause.CALENDAR, note=note, at=now)
            for name in CLOCKS
            if (old := getattr(case, f"{name}_due_on")) != (new := getattr(clocks, f"{name}_due_on"))
        ]
        if _differs(case, clocks, now, calendar):
            moved.append(case)
    store_many(moved)
    DueChange.objects.bulk_create(history, batch_size=500)
    told = tell_earlier(history, calendars=calendar_of, now=now)
    if moved:
        case_changed.send(sender=Case, case_ids=[case.pk for case in moved])
    return len(moved), told


def _calendars(cases: Sequence[Case]) -> dict[int, StoredCalendar]:
    known = Calendars()
    units = Unit.objects.filter(pk__in={case.unit_id for case in cases}).select_related("region")
    return {unit.pk: known.of_unit(unit) for unit in units}


def _differs(case: Case, clocks: Clocks, now: datetime, calendar: StoredCalendar) -> bool:
    """Whether anything of what is stored became different; then it stands on the case."""
    light = light_at(clocks=clocks, now=now, calendar=calendar)
    if light == case.light and all(getattr(case, name) == getattr(clocks, name) for name in CALENDAR_FIELDS):
        return False
    for name in CALENDAR_FIELDS:
        setattr(case, name, getattr(clocks, name))
    case.light = light
    return True
