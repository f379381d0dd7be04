"""The public page: a form that is a link, a sentence, a picture, the rules."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from core.text import format_day, format_limit, format_moment
from flow.account import CountedDay, DayState, account, together
from flow.calendar import WorkCalendar
from flow.clocks import Due, Term, TermUnit, day_of, due_on
from flow.pauses import Pause
from flow.words import LAWS, PAUSE_LAW, run_words, start_words, term_words
from places.calendar import load_calendar
from places.queries import county

from .forms import DeadlineForm
from .picture import MOST_MONTHS, picture


@require_safe
def deadline(request: HttpRequest) -> HttpResponse:
    """Without a question the empty form. A question that cannot be answered says why at its field."""
    today, here = timezone.localdate(), county()
    calendar = load_calendar(jurisdiction=here.code if here else "")
    asked = bool(request.GET)
    form = DeadlineForm(
        _with_time(request.GET) if asked else None, today=today, initial={"start": today, "unit": TermUnit.WORKING_DAY}
    )
    context: dict[str, Any] = {
        "form": form,
        "crumbs": [{"title": _("Deadline calculator")}],
        "frequent": _frequent(today),
        "place": here.name if here else "",
    }
    if asked and form.is_valid():
        context.update(_answer(form.start_of, form.term, form.cleaned_data["pauses"], calendar))
    return render(request, "home/deadline/page.html", context, status=200 if not asked or form.is_valid() else 422)


def _with_time(query: QueryDict) -> QueryDict:
    """A link may name day and time in one: the form has a box for each."""
    day, between, time = query.get("start", "").replace(" ", "T").partition("T")
    if not between or query.get("at") or len(time) > len("09:30"):
        return query
    spread = query.copy()
    spread["start"], spread["at"] = day, time
    return spread


def _answer(start: date | datetime, term: Term, pauses: list[Pause], calendar: WorkCalendar) -> dict[str, Any]:
    due = due_on(start, term, calendar, pauses)
    days = list(account(start, term, calendar, pauses))
    months = picture(start=day_of(start), days=days, due=due, calendar=calendar, unit=term.unit)
    return {
        "due": due,
        "sentence": _sentence(start, term, due),
        "sums": _sums(days, term),
        "months": months,
        "is_cut": len(months) == MOST_MONTHS,
        "lines": [_line(run.first, run.last, run_words(run)) for run in together(days)],
        "first_line": start_words(start, term),
        "law": LAWS[term.unit] + (f"、{PAUSE_LAW}" if pauses else ""),
        "has_moved": any(day.state == DayState.MOVED for day in days),
    }


def _sentence(start: date | datetime, term: Term, due: Due | None) -> dict[str, str]:
    """The date stands apart, because it is what people came for."""
    words = {"start": format_day(day_of(start)), "term": term_words(term)}
    if due is None:
        unknown = _("Counted from %(start)s, %(term)s: the end is not known yet, because a pause has no end.")
        return {"lead": unknown % words, "date": ""}
    when = format_moment(due.at) if due.at else format_day(due.on)
    if term.unit == TermUnit.INSTANT:
        return {"lead": _("It is due on the same day:"), "date": when}
    return {"lead": _("Counted from %(start)s, %(term)s end on") % words, "date": when}


def _sums(days: list[CountedDay], term: Term) -> list[dict[str, str]]:
    """How many days of which kind lie in the term."""
    found = Counter(day.state for day in days)
    labels = {
        DayState.COUNTED: pgettext("sum of a term", "counted"),
        DayState.REST: pgettext("sum of a term", "weekend"),
        DayState.HOLIDAY: pgettext("sum of a term", "holidays"),
        DayState.PAUSED: pgettext("sum of a term", "paused"),
    }
    if term.unit == TermUnit.HOUR:
        labels.pop(DayState.COUNTED)
    return [
        {"key": label, "value": format_limit(found[state], "day")} for state, label in labels.items() if found[state]
    ]


def _line(first: CountedDay, last: CountedDay, words: str) -> tuple[str, str]:
    if first is last:
        return format_day(first.day), words
    until = format_day(last.day)
    if first.day.year == last.day.year:
        until = until.partition("年")[2]
    return pgettext("days", "%(first)s to %(last)s") % {"first": format_day(first.day), "last": until}, words


def _frequent(today: date) -> list[dict[str, str]]:
    """Terms that people ask for most, as links; each with the law that sets it."""
    asked = [
        (5, "working_day", _("Answer whether an application is taken in"), "行政许可法第32条"),
        (20, "working_day", _("Decision on a licence"), "行政许可法第42条"),
        (10, "working_day", _("Delivery of a licence"), "行政许可法第44条"),
        (20, "working_day", _("Answer to a request for information"), "政府信息公开条例第33条"),
        (60, "day", _("Apply for reconsideration"), "行政复议法第20条"),
        (6, "month", _("File an administrative lawsuit"), "行政诉讼法第46条"),
    ]
    return [
        {
            "text": f"{label}：{format_limit(n, unit)}",
            "note": law,
            "href": "?" + urlencode({"start": today.isoformat(), "n": n, "unit": unit}),
        }
        for n, unit, label, law in asked
    ]
