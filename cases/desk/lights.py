"""The light a row shows: the stored one, red from the morning on which its day is past (the stored one follows)."""

from __future__ import annotations

from datetime import date

from cases.desk.queues import RUNNING
from cases.enums import Light
from cases.models import Case


def light_of(case: Case, today: date) -> Light:
    if case.status in RUNNING and case.due_on is not None and case.due_on < today:
        return Light.RED
    return Light(case.light)
