"""A changed calendar: wind the clocks of all open cases anew, dates stored, history kept, people told.

    .venv/bin/python benchmarks/recompute.py [cases]

DATABASE_URL chooses PostgreSQL (script/with-postgres), else SQLite. Builds the places and items of the demo county in
an empty directory, adds open cases in bulk with the events of their lives, turns one day into a holiday and back, and
prints one JSON line. Goal: 100,000 open cases in under 60 s on 2 cores. `seconds` are those of the wall clock,
`cpu_seconds` those of this process, for a machine that has other work.
"""

import json
import os
import platform
import sys
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.local")
if "DATA_DIR" not in os.environ:
    os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="recompute-")

import django

django.setup()

from django.core.management import call_command
from django.utils import timezone

from accounts.models import Message, Resident
from cases.domain.recompute import recompute_clocks
from cases.enums import Channel, Status
from cases.models import Application, Case, CaseEvent, DueChange
from cases.rules.competence import competent_unit
from catalog.models import ServiceItem
from places.domain.edition import renew_edition
from places.models import CalendarDay
from portal.demo import build_county

CHUNK = 2000
PEOPLE_STEPS = 3  # places, people, items: what cases stand on


def build(number: int, now: datetime) -> None:
    call_command("migrate", interactive=False, verbosity=0)
    for _name, step in list(build_county(now=now))[:PEOPLE_STEPS]:
        step()
    residents = list(Resident.objects.select_related("region__parent")[:2000])
    items = list(ServiceItem.objects.exclude(current_version=None).select_related("current_version", "department"))
    units: dict[tuple[int, int], int] = {}
    for start in range(0, number, CHUNK):
        _add(range(start, min(start + CHUNK, number)), residents, items, units, now)


def _add(numbers: range, residents: list, items: list, units: dict, now: datetime) -> None:
    began = [now - timedelta(hours=6 + n % 240) for n in numbers]
    people = [residents[n % len(residents)] for n in numbers]
    applications = Application.objects.bulk_create(
        Application(
            applicant=person,
            channel=Channel.ONLINE,
            region=person.region,
            created_at=at,
            updated_at=at,
            submitted_at=at,
        )
        for person, at in zip(people, began, strict=True)
    )
    cases = []
    for n, person, application, at in zip(numbers, people, applications, began, strict=True):
        item = items[n % len(items)]
        key = (item.pk, person.region_id)
        if key not in units:
            facts = item.current_version.facts
            units[key] = competent_unit(item=item, facts=facts, region=person.region).pk
        cases.append(
            Case(
                number=f"2026-{n:08d}",
                application=application,
                item=item,
                version=item.current_version,
                applicant=person,
                channel=Channel.ONLINE,
                region=person.region,
                unit_id=units[key],
                status=(Status.RECEIVED, Status.ACCEPTED, Status.REVIEWING)[n % 3],
                received_at=at,
            )
        )
    Case.objects.bulk_create(cases)
    moves = (("case.submit", "draft", "received"), ("case.accept", "received", "accepted"))
    moves += (("case.start_review", "accepted", "reviewing"),)
    CaseEvent.objects.bulk_create(
        CaseEvent(
            case=case,
            verb=verb,
            state_from=before,
            state_to=after,
            at=at,
            actor_name="演示",
            data={"accepted_at": at.isoformat(), "mode": "normal"} if verb == "case.accept" else {},
        )
        for n, case, at in zip(numbers, cases, began, strict=True)
        for verb, before, after in moves[: n % 3 + 1]
    )


def turn(day: datetime, works: bool) -> None:
    CalendarDay.objects.filter(jurisdiction="", day=day.date()).update(is_workday=works)
    renew_edition()


def main(number: int) -> None:
    now = timezone.now()
    build(number, now)
    list(recompute_clocks(now=now))  # stores the first dates
    day = now + timedelta(days=1)
    while day.weekday() > 4:
        day += timedelta(days=1)
    found = {}
    for name, works in (("holiday", False), ("working_day_again", True)):
        turn(day, works)
        began, busy, told = time.monotonic(), time.process_time(), Message.objects.count()
        changed = [progress.changed for progress in recompute_clocks(now=now, note=name)][-1]
        found[name] = {
            "seconds": round(time.monotonic() - began, 1),
            "cpu_seconds": round(time.process_time() - busy, 1),
            "changed": changed,
            "told": Message.objects.count() - told,
        }
    print(
        json.dumps(
            {
                "benchmark": "recompute",
                "machine": f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}",
                "open_cases": number,
                "history_rows": DueChange.objects.count(),
                **found,
            },
            ensure_ascii=False,
        )
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
