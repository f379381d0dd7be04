"""Lights of electronic supervision (电子监察): green in time, yellow near the end, red overdue. They block nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from .calendar import WorkCalendar
from .clocks import Due, consumed, day_of, is_overdue, remaining_workdays, workdays_between
from .pauses import Pause


class Light(StrEnum):
    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"


@dataclass(frozen=True)
class LightRule:
    """When a clock turns yellow: this share of its working days used, or this many or fewer left. Places differ."""

    yellow_at_ratio: float = 0.8
    yellow_at_days: int = 1


DEFAULT_RULE = LightRule()


def light(
    *,
    now: datetime,
    start: datetime,
    due: Due | None,
    calendar: WorkCalendar,
    rule: LightRule = DEFAULT_RULE,
    pauses: Sequence[Pause] = (),
) -> Light:
    """The light of one clock at `now`. A clock whose end is unknown (open pause) is green."""
    if due is None:
        return Light.GREEN
    if is_overdue(now, due):
        return Light.RED
    return Light.YELLOW if _is_near(now, start, due, calendar, rule, pauses) else Light.GREEN


def _is_near(
    now: datetime, start: datetime, due: Due, calendar: WorkCalendar, rule: LightRule, pauses: Sequence[Pause]
) -> bool:
    if due.at is not None:
        return (now - start) >= (due.at - start) * rule.yellow_at_ratio
    if remaining_workdays(now, due, calendar, pauses) <= rule.yellow_at_days:
        return True
    total = workdays_between(day_of(start), due.on, calendar, pauses)
    return consumed(start, now, calendar, pauses) >= total * rule.yellow_at_ratio
