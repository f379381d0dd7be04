"""Time that is not counted (行政许可法 45). A pause (from, to] leaves its first day counted; `to` None is still open."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from django.utils import timezone

Pause = tuple[date, date | None]


def is_paused(day: date, pauses: Sequence[Pause]) -> bool:
    """Whether `day` is not counted."""
    return any(begin < day and (end is None or day <= end) for begin, end in pauses)


def merged(pauses: Sequence[Pause], after: date = date.min) -> list[Pause]:
    """The same days as pauses in order that neither overlap nor touch nor reach back before `after`.

    An open pause comes last. Pauses of no day are left out: order and overlap of the given ones make no difference.
    """
    joined: list[tuple[date, date]] = []
    for begin, end in sorted((max(begin, after), end or date.max) for begin, end in pauses):
        if end <= begin:
            continue
        if joined and begin <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((begin, end))
    return [(begin, None if end == date.max else end) for begin, end in joined]


def midnight_after(day: date) -> datetime:
    """When `day` is over where the office is: a pause begins and ends at midnight."""
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=timezone.get_default_timezone())
