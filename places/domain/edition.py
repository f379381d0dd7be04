"""Every write to calendar days ends here, in its own transaction."""

from __future__ import annotations

import uuid

from places.models import CalendarEdition

ONLY = 1


def renew_edition() -> None:
    """Calendars kept in memory, by any process on any machine, are read anew from the commit on."""
    mark = uuid.uuid4()
    if not CalendarEdition.objects.filter(pk=ONLY).update(mark=mark):
        CalendarEdition.objects.get_or_create(pk=ONLY, defaults={"mark": mark})
