"""Last days as people read them: a `Due` in words, with 暂定 where a notice may still move it (domain.md §6).

Everything that shows a last day of a case takes it from here: pages, reasons, messages, papers, lists, exports. The
day the running clock ends on carries the mark of its clock (`Case.due`); any other stored day is provisional as long as
no notice covers it.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from flow.calendar import WorkCalendar
from flow.clocks import Due
from flow.words import due_words

if TYPE_CHECKING:
    from cases.models import Case


def due_by(day: date | None, calendar: WorkCalendar) -> Due | None:
    return Due(day, provisional=calendar.is_provisional(day)) if day else None


def due_of(case: Case, day: date | None) -> Due | None:
    """A last day of this case; asks for its calendar once, so take `due_by` for many cases."""
    return case.due if day is not None and day == case.due_on else due_by(day, case.calendar)


def due_text(due: Due | None) -> str:
    """2027年1月5日(周二)（暂定）; '' where there is none."""
    return due_words(due) if due else ""


def day_text(day: date | None, calendar: WorkCalendar) -> str:
    return due_text(due_by(day, calendar))


def last_day(case: Case, day: date | None) -> str:
    """`due_of` in words."""
    return due_text(due_of(case, day))
