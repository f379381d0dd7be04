"""The clock of a case drawn as a bar: what of the running term is used, the pauses hatched, the light beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from cases.desk.lights import light_of
from cases.dues import due_text
from cases.enums import Light, Status
from cases.models import Case
from flow.calendar import WorkCalendar
from flow.clocks import Due, day_of, remaining_workdays, workdays_between

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class ClockBar:
    """Percentages of the term from its first day to its last; `rest` are [start, width] of the days not counted."""

    label: str
    due: date
    provisional: bool
    used: float
    left: str
    light: Light
    rest: list[tuple[float, float]] = field(default_factory=list)

    @property
    def word(self) -> str:
        return str(self.light.label) if self.light else ""

    @property
    def due_text(self) -> str:
        return due_text(Due(self.due, provisional=self.provisional))


def clock_bar(case: Case, *, now: datetime, calendar: WorkCalendar) -> ClockBar | None:
    """None when no clock runs."""
    start, label = _running(case)
    if start is None or case.due_on is None:
        return None
    first, today, last = day_of(start), day_of(now), case.due_on
    span = max((last - first).days, 1)
    days = [first + ONE_DAY * n for n in range(1, span + 1)]
    rest = [(100 * n / span, 100 / span) for n, day in enumerate(days) if not calendar.is_workday(day)]
    return ClockBar(
        label=label,
        due=last,
        provisional=case.due_provisional,
        used=round(min(max((today - first).days / span, 0), 1) * 100, 1),
        left=_left(remaining_workdays(now, Due(on=last), calendar), workdays_between(first, last, calendar)),
        light=light_of(case, today),
        rest=rest,
    )


def _running(case: Case) -> tuple[datetime | None, str]:
    if case.status == Status.RECEIVED:
        return case.received_at, _("First check")
    if case.status == Status.CORRECTION_REQUIRED:
        notice = case.correction
        return notice.issued_at if notice else None, _("Correction by the applicant")
    if case.status in (Status.ACCEPTED, Status.REVIEWING):
        return case.accepted_at, _("Decision (statutory)") if case.extension_count else _("Decision (promised)")
    if case.status in (Status.GRANTED, Status.DENIED, Status.DELIVERING):
        return case.decided_at, _("Delivery")
    return None, ""


def _left(left: int, total: int) -> str:
    if left < 0:
        return _("%(days)s working days overdue") % {"days": -left}
    if left == 0:
        return _("The last working day is today")
    return _("%(left)s of %(total)s working days left") % {"left": left, "total": total}
