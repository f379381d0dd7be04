"""The account of a term in words: why each day was counted or not, and by which article."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.text import format_day, format_limit, format_moment

from .account import CountedDay, CountedRun, DayState
from .clocks import Due, Term, TermUnit, day_of

# What the count of each unit rests on, for people and for lawyers.
LAWS = {
    TermUnit.WORKING_DAY: "民法典第201条、行政许可法第82条",
    TermUnit.DAY: "民法典第201条、第203条",
    TermUnit.MONTH: "民法典第201条、第202条、第203条",
    TermUnit.HOUR: "民法典第201条第2款",
    TermUnit.INSTANT: "行政许可法第34条",
}
PAUSE_LAW = "行政许可法第45条"


def term_words(term: Term) -> str:
    """5 个工作日; 当场办结."""
    return format_limit(term.n, term.unit)


def start_words(start: date | datetime, term: Term) -> str:
    """How the count begins."""
    if term.unit == TermUnit.HOUR and isinstance(start, datetime):
        return _("%(moment)s: counting begins with this moment.") % {"moment": format_moment(start)}
    if term.unit == TermUnit.INSTANT:
        return _("%(day)s: done on the same day.") % {"day": format_day(day_of(start))}
    return _("%(day)s: day 0, counting begins on the next day.") % {"day": format_day(day_of(start))}


def due_words(due: Due | None) -> str:
    """2026年2月27日(周五), with 暂定 where it still may move; for an endless pause that nothing is known."""
    if due is None:
        return _("unknown: a pause has no end yet")
    when = format_moment(due.at) if due.at else format_day(due.on)
    return _("%(when)s (provisional)") % {"when": when} if due.provisional else when


def day_words(day: CountedDay) -> str:
    """Why the day counts or not, without its date."""
    words = _state_words(day)
    return _provisional(words) if day.provisional else words


def run_words(run: CountedRun) -> str:
    """As `day_words`, for days in a row."""
    first, last = run.first, run.last
    if first is last:
        return day_words(first)
    if first.hours is not None:
        words = _("%(hours)s counted on each of the days") % {"hours": hours_words(first.hours)}
    elif first.number is not None:
        numbers = {"first": first.number, "last": last.number, "why": _makeup_words(first)}
        words = _("days %(first)d to %(last)d%(why)s") % numbers
    else:
        words = _state_words(first)
    return _provisional(words) if first.provisional else words


def _provisional(words: str) -> str:
    return _("%(words)s (provisional: no notice covers this day yet)") % {"words": words}


def _state_words(day: CountedDay) -> str:
    match day.state:
        case DayState.COUNTED if day.hours is not None:
            return _("%(hours)s counted") % {"hours": hours_words(day.hours)}
        case DayState.COUNTED:
            return _("day %(number)d%(why)s") % {"number": day.number, "why": _makeup_words(day)}
        case DayState.MOVED:
            return _("the last day was no working day, so the term ends here")
        case DayState.PAUSED:
            return _("paused, not counted")
        case DayState.ENDLESS:
            return _("paused from here on; the pause has no end yet")
        case DayState.HOLIDAY if day.kind == "emergency":
            return _("%(name)s, closed for an emergency, not counted") % {"name": day.name or _("Emergency")}
        case DayState.HOLIDAY:
            return _("%(name)s, free, not counted") % {"name": day.name or _("Holiday")}
        case DayState.REST:
            return _("weekend, not counted")


def _makeup_words(day: CountedDay) -> str:
    if day.kind != "makeup":
        return ""
    return _(", make-up working day for %(name)s") % {"name": day.name} if day.name else _(", make-up working day")


def hours_words(span: timedelta) -> str:
    """8 小时; 7 小时 30 分."""
    hours, minutes = divmod(span // timedelta(minutes=1), 60)
    words = ngettext("%(count)d hour", "%(count)d hours", hours) % {"count": hours} if hours or not minutes else ""
    rest = _("%(count)d minutes") % {"count": minutes} if minutes else ""
    return " ".join(part for part in (words, rest) if part)
