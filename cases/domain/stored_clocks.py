"""Write what the calendar says into many cases at once."""

from __future__ import annotations

from collections.abc import Sequence

from cases.models import Case
from core.rows import update_rows

# What depends on the calendar of all that a case stores of its clocks.
CALENDAR_FIELDS = (
    "intake_due_on",
    "correction_due_on",
    "statutory_due_on",
    "promised_due_on",
    "tolerance_due_on",
    "delivery_due_on",
    "due_on",
    "due_provisional",
)


def store_many(cases: Sequence[Case]) -> None:
    """Call inside a transaction that holds the rows."""
    update_rows(cases, (*CALENDAR_FIELDS, "light"), also="version_no = version_no + 1")
