"""Change one day of the legal calendar of one jurisdiction."""

from datetime import date, datetime

from django.db import transaction

from core.domain.audit import append_audit
from places.models import CalendarDay
from places.models.calendar import DayKind

from .acting import Acting


@transaction.atomic
def change_calendar_day(
    *,
    jurisdiction: str,
    day: date,
    is_workday: bool,
    kind: DayKind,
    name: str,
    source: str,
    is_provisional: bool,
    actor: Acting,
    now: datetime,
) -> CalendarDay:
    """Set what `day` is in `jurisdiction` ('' is the nation), creating the row when the layer has none.

    Open due dates are recomputed by whoever keeps them; calendars read the new day from the next call on.
    """
    before = CalendarDay.objects.select_for_update().filter(jurisdiction=jurisdiction, day=day).first()
    values = {
        "is_workday": is_workday,
        "kind": kind,
        "name": name,
        "source": source,
        "is_provisional": is_provisional,
    }
    row, _ = CalendarDay.objects.update_or_create(jurisdiction=jurisdiction, day=day, defaults=values)
    data = {
        "day": day.isoformat(),
        "jurisdiction": jurisdiction,
        "is_workday": is_workday,
        "was_workday": before.is_workday if before else None,
        "source": source,
    }
    append_audit(action="calendar.change", user_id=actor.user_id, user_name=actor.name, subject=row, data=data, now=now)
    return row
