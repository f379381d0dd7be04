from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from core.text import format_day
from places.planned_days import PlannedDay


@dataclass
class ReadFile:
    """`problems` make the file useless, `notes` tell what of it was left aside; both name the line."""

    days: list[PlannedDay] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    seen: dict[tuple[date, bool], tuple[PlannedDay, int]] = field(default_factory=dict)

    def add(self, planned: PlannedDay, line: int) -> None:
        """A day told twice counts once; the first name holds. Told as something else it is a problem."""
        key = (planned.day, planned.is_emergency)
        known = self.seen.setdefault(key, (planned, line))
        if known == (planned, line):
            self.days.append(planned)
            return
        first, first_line = known
        words = {"day": format_day(planned.day), "first": first_line, "name": first.name}
        if (first.kind, first.is_workday, first.removes) != (planned.kind, planned.is_workday, planned.removes):
            self.problem(line, _("%(day)s says something else than line %(first)d.") % words)
        elif first.name != planned.name:
            self.note(line, _("%(day)s is called %(name)s as in line %(first)d.") % words)

    def problem(self, line: int, text: str) -> None:
        self.problems.append(at_line(line, text))

    def note(self, line: int, text: str) -> None:
        self.notes.append(at_line(line, text))


def at_line(line: int, text: str) -> str:
    return _("Line %(line)d: %(text)s") % {"line": line, "text": text}
