"""The time that is not counted, as the applicant is told of it: why, since when, how many days, for which clock."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from cases.dues import day_text
from cases.models import Case
from cases.rules.stages import stages_of
from core.text import format_day
from flow.calendar import WorkCalendar
from flow.clocks import workdays_between


@dataclass(frozen=True)
class PauseRow:
    """`term`: from when to when; `days`: working days not counted so far."""

    title: str
    reason: str
    term: str
    days: int
    is_open: bool
    is_statutory: bool

    @property
    def counts(self) -> str:
        if self.is_statutory:
            return _("counted neither in the promised nor in the statutory time")
        return _("not counted in the promised time; the statutory time runs on")


def pauses_of(case: Case, *, on: date, calendar: WorkCalendar) -> list[PauseRow]:
    """In the order in which they began."""
    return [row for _begin, row in sorted(_pauses(case, on, calendar), key=lambda each: each[0])]


def _pauses(case: Case, on: date, calendar: WorkCalendar) -> Iterator[tuple[date, PauseRow]]:
    for row in case.suspensions.all():
        last = row.ended_on or on
        if row.ended_on is not None:
            term = _("%(first)s to %(last)s")
            words = {"first": format_day(row.from_on), "last": format_day(row.ended_on)}
        else:
            term = _("since %(first)s, until %(last)s at the latest")
            words = {"first": format_day(row.from_on), "last": day_text(row.until_on, calendar)}
        days = workdays_between(row.from_on, last, calendar)
        told = (row.reason or row.get_kind_display(), term % words, days, row.ended_on is None, row.is_statutory)
        yield row.from_on, PauseRow(str(row.get_kind_display()), *told)
    for stage in stages_of(case):
        if stage.counts_in_limit or stage.started_at is None:
            continue
        begin, end = timezone.localdate(stage.started_at), stage.ended_at and timezone.localdate(stage.ended_at)
        if end is not None:
            term = _("%(first)s to %(last)s") % {"first": format_day(begin), "last": format_day(end)}
        else:
            term = _("since %(first)s") % {"first": format_day(begin)}
        reason = _("By the published guide this step is not counted in the promised time.")
        days = workdays_between(begin, end or on, calendar)
        yield begin, PauseRow(stage.name, reason, term, days, end is None, is_statutory=False)
