"""What a change would do to the calendar of its jurisdiction, day by day, and in runs for people."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from .calendar import DayFacts, StoredCalendar, overlaid, stored_days
from .models.calendar import DayKind
from .planned_days import PlannedDay


@dataclass(frozen=True)
class Difference:
    """One day that is not the same afterwards, as seen from the jurisdiction of the change."""

    day: date
    before: DayFacts
    after: DayFacts

    @property
    def turns(self) -> bool:
        """Whether a working day becomes a rest day or the other way: only this moves a due date."""
        return self.before.is_workday != self.after.is_workday

    def to_json(self) -> dict[str, Any]:
        return {"day": self.day.isoformat(), "before": self.before._asdict(), "after": self.after._asdict()}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Difference:
        return cls(date.fromisoformat(data["day"]), DayFacts(**data["before"]), DayFacts(**data["after"]))


@dataclass(frozen=True)
class Run:
    """Days in a row that change in the same way."""

    first: date
    last: date
    before: str
    after: str
    turns: bool

    @property
    def length(self) -> int:
        return (self.last - self.first).days + 1


def calendars_around(jurisdiction: str, days: Iterable[PlannedDay]) -> tuple[StoredCalendar, StoredCalendar]:
    """The calendar of the jurisdiction as it is now and as it would be."""
    now = list(stored_days(jurisdiction))
    then = {(facts.jurisdiction, day, facts.kind == DayKind.EMERGENCY): facts for day, facts in now}
    for planned in days:
        key = (jurisdiction, planned.day, planned.is_emergency)
        if planned.removes:
            then.pop(key, None)
        else:
            then[key] = DayFacts(planned.is_workday, planned.is_provisional, planned.kind, planned.name, jurisdiction)
    after = ((day, facts) for (_code, day, _emergency), facts in then.items())
    return overlaid(jurisdiction, now), overlaid(jurisdiction, after)


def differences(jurisdiction: str, days: Sequence[PlannedDay]) -> list[Difference]:
    """In the order of the days; without those that stay as they are."""
    now, then = calendars_around(jurisdiction, days)
    found = (Difference(day, now.facts_of(day), then.facts_of(day)) for day in sorted({each.day for each in days}))
    return [each for each in found if each.before[:4] != each.after[:4]]


def fingerprint(found: Sequence[Difference]) -> str:
    """Equal for equal differences: says whether what is put in force is what was looked at."""
    return hashlib.sha256(json.dumps([each.to_json() for each in found]).encode()).hexdigest()


def runs(found: Sequence[Difference]) -> list[Run]:
    """Neighbouring days with the same words before and after as one line."""
    lines: list[Run] = []
    for each in found:
        before, after = facts_words(each.before), facts_words(each.after)
        last = lines[-1] if lines else None
        if last and last.last + timedelta(days=1) == each.day and (last.before, last.after) == (before, after):
            lines[-1] = Run(last.first, each.day, before, after, each.turns)
        else:
            lines.append(Run(each.day, each.day, before, after, each.turns))
    return lines


def facts_words(facts: DayFacts) -> str:
    """上班; 休息; 春节放假; 春节调休上班; each with 暂定 where nothing official is known."""
    return _("%(words)s (provisional)") % {"words": _words(facts)} if facts.is_provisional else _words(facts)


def _words(facts: DayFacts) -> str:
    if facts.kind == DayKind.MAKEUP:
        return _("%(name)s, make-up working day") % {"name": facts.name} if facts.name else _("make-up working day")
    if facts.kind == DayKind.EMERGENCY:
        return _("%(name)s, emergency closing") % {"name": facts.name} if facts.name else _("emergency closing")
    if facts.kind in (DayKind.HOLIDAY, DayKind.LOCAL):
        return _("%(name)s, free") % {"name": facts.name} if facts.name else _("free")
    return _("worked") if facts.is_workday else _("rest day")
