"""The rules of domain.md §3.5 written down as slowly and plainly as possible: the measure for `flow.clocks`."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from flow.clocks import Due, Term, TermUnit, add_months

SHANGHAI = ZoneInfo("Asia/Shanghai")
DAY = timedelta(days=1)


def paused(day, pauses):
    return any(begin < day and (end is None or day <= end) for begin, end in pauses)


def endless(day, pauses):
    return any(end is None and begin < day for begin, end in pauses)


def walked_due(start: date | datetime, term: Term, calendar, pauses=()) -> Due | None:
    if term.unit == TermUnit.HOUR:
        return _hours(start.astimezone(SHANGHAI), term.n * 60, pauses)
    day = start.astimezone(SHANGHAI).date() if isinstance(start, datetime) else start
    if term.unit == TermUnit.INSTANT:
        return Due(on=day)
    if term.unit == TermUnit.WORKING_DAY:
        return _working(day, term.n, calendar, pauses)
    n = term.n if term.unit == TermUnit.DAY else (add_months(day, term.n) - day).days
    return _natural(day, n, calendar, pauses)


def _working(day, n, calendar, pauses):
    provisional = False
    while n:
        day += DAY
        if endless(day, pauses):
            return None
        if paused(day, pauses):
            continue
        provisional = provisional or calendar.is_provisional(day)
        n -= calendar.is_workday(day)
    return Due(on=day, provisional=provisional)


def _natural(day, n, calendar, pauses):
    while n:
        day += DAY
        if endless(day, pauses):
            return None
        n -= not paused(day, pauses)
    provisional = calendar.is_provisional(day)
    if calendar.is_workday(day):
        return Due(on=day, provisional=provisional)
    moved = _working(day, 1, calendar, pauses)
    return moved and Due(on=moved.on, provisional=provisional or moved.provisional)


def _hours(moment, minutes, pauses):
    """Minute by minute would be plainest; midnight by midnight is as plain and ends within a test."""
    while True:
        midnight = datetime.combine(moment.date() + DAY, time(), tzinfo=SHANGHAI)
        if endless(moment.date(), pauses):
            return None
        if not paused(moment.date(), pauses):
            here = (midnight - moment) // timedelta(minutes=1)
            if here >= minutes:
                end = moment + timedelta(minutes=minutes)
                return Due(on=end.date(), at=end)
            minutes -= here
        moment = midnight
