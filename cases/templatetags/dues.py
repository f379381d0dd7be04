"""Last days in templates: `{{ case.due|due_day }}`, `{{ notice.due_on|due_of:case }}`."""

from __future__ import annotations

from datetime import date

from django import template

from cases.dues import due_text, last_day
from cases.models import Case
from flow.clocks import Due

register = template.Library()


@register.filter
def due_day(value: Due | None) -> str:
    """A due date with 暂定 where it still may move."""
    return due_text(value)


@register.filter
def due_of(value: date | None, case: Case) -> str:
    """The same for a stored last day of a case."""
    return last_day(case, value)
