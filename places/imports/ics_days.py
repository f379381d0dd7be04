"""Holidays and make-up days out of an ICS calendar, as operating systems and calendar services publish them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from places.models.calendar import DayKind
from places.planned_days import PlannedDay, problem_of, span

from .found import ReadFile
from .ics_lines import Line, content_lines

# 调休 alone may mean either; 休班 is free. So what is worked is looked for after 休班 is taken away, and before 休.
WORKED = re.compile(r"班|工作日|work(?:ing)?[ -]?day", re.IGNORECASE)
FREE = re.compile(r"休|假|holiday|元旦|春节|除夕|清明|劳动节|端午|中秋|国庆", re.IGNORECASE)
FREE_CATEGORY = re.compile(r"休|放假|法定")
# School holidays and half days for some people (放假办法 Art. 3) free no office.
NOT_FREE = re.compile(r"寒假|暑假|半天")
DECORATION = re.compile(
    r"[（(\[【].*?[)）\]】]|第\s*\d+\s*天.*|共\s*\d+\s*天|放假|假期|假日|调休|补班|休班|上班|补休|[班休假]"
)
APPLE_WORDS = {"WORK-HOLIDAY": DayKind.HOLIDAY, "ALTERNATE-WORKDAY": DayKind.MAKEUP}
LONGEST_EVENT = 60  # days
DAY = timedelta(days=1)
CHINA = ZoneInfo("Asia/Shanghai")
MOMENT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z)?)?")
DURATION = re.compile(r"P(?:(\d+)W)?(?:(\d+)D)?")

Event = dict[str, Line]


def read_ics(text: str) -> ReadFile:
    found = ReadFile()
    for begun_on, event in _events(text, found):
        _read_event(begun_on, event, found)
    if not found.days and not found.problems:
        found.problems.append(_("The calendar holds no holiday and no make-up day that can be recognised."))
    return found


def _events(text: str, found: ReadFile) -> Iterator[tuple[int, Event]]:
    """Each VEVENT with its properties; alarms and other parts inside of it are passed over."""
    open_parts: list[tuple[str, int]] = []
    event: Event = {}
    for line in content_lines(text):
        if isinstance(line, int):
            found.problem(line, _("This is no line of a calendar (name:value)."))
            continue
        if line.name == "BEGIN":
            if line.value.strip().upper() == "VEVENT":
                event = {}
            open_parts.append((line.value.strip().upper(), line.number))
        elif line.name == "END":
            part = line.value.strip().upper()
            if not open_parts or open_parts[-1][0] != part:
                found.problem(line.number, _("END:%(part)s stands without its BEGIN.") % {"part": part})
                return
            _part, begun_on = open_parts.pop()
            if part == "VEVENT":
                yield begun_on, event
        elif open_parts and open_parts[-1][0] == "VEVENT":
            event.setdefault(line.name, line)
    for part, number in open_parts:
        found.problem(number, _("BEGIN:%(part)s has no END: the file is cut off.") % {"part": part})


def _read_event(begun_on: int, event: Event, found: ReadFile) -> None:
    summary = event["SUMMARY"].text if "SUMMARY" in event else ""
    if "STATUS" in event and event["STATUS"].value.strip().upper() == "CANCELLED":
        return
    kind = _kind(event, summary)
    if kind is None:
        found.note(
            begun_on, _("“%(name)s” is neither a holiday nor a make-up day and was left out.") % {"name": summary}
        )
        return
    if "RRULE" in event:
        found.problem(
            event["RRULE"].number, _("“%(name)s” repeats itself; name each day of its own.") % {"name": summary}
        )
        return
    for day in _days(begun_on, event, summary, found):
        planned = PlannedDay(day, kind, kind == DayKind.MAKEUP, _name(summary))
        if text := problem_of(planned):
            found.problem(begun_on, text)
        else:
            found.add(planned, begun_on)


def _kind(event: Event, summary: str) -> DayKind | None:
    apple = event.get("X-APPLE-SPECIAL-DAY")
    if apple is not None and apple.value.strip().upper() in APPLE_WORDS:
        return APPLE_WORDS[apple.value.strip().upper()]
    categories = event["CATEGORIES"].text if "CATEGORIES" in event else ""
    for text, free in ((summary, FREE), (categories, FREE_CATEGORY)):
        if WORKED.search(text.replace("休班", "休")):
            return DayKind.MAKEUP
        if free.search(text):
            return None if NOT_FREE.search(text) else DayKind.HOLIDAY
    return None


def _name(summary: str) -> str:
    """春节 of 春节假期 第1天/共8天, of 春节（班） and of 春节补班."""
    return DECORATION.sub("", summary).strip(" -—·:：、,，")[:40]


def _days(begun_on: int, event: Event, summary: str, found: ReadFile) -> Iterator[date]:
    if "DTSTART" not in event:
        found.problem(begun_on, _("“%(name)s” has no beginning (DTSTART).") % {"name": summary})
        return
    begin = _moment(event["DTSTART"], found)
    end = _end(event, begin, found) if begin else None
    if begin is None or end is None:
        return
    if end < begin or (end - begin).days >= LONGEST_EVENT:
        found.problem(
            begun_on, _("“%(name)s” ends before it begins, or lasts longer than two months.") % {"name": summary}
        )
        return
    yield from span(begin.date(), end.date())


def _end(event: Event, begin: datetime, found: ReadFile) -> datetime | None:
    """A moment of the last day; DTEND of whole days names the day after it. None when it cannot be read."""
    if "DTEND" in event:
        end = _moment(event["DTEND"], found)
        ends_at_midnight = end is not None and end > begin and end.time() == time()
        return end - DAY if end and ends_at_midnight else end
    if "DURATION" in event and (match := DURATION.fullmatch(event["DURATION"].value.strip())):
        length = int(match[1] or 0) * 7 + int(match[2] or 0)
        return begin + DAY * max(length - 1, 0)
    return begin


def _moment(line: Line, found: ReadFile) -> datetime | None:
    """Of a date its midnight; of a moment in UTC the time in China; other moments as they are written."""
    match = MOMENT.fullmatch(line.value.strip())
    try:
        if match is not None:
            year, month, day, hour, minute, second = (int(part or 0) for part in match.groups()[:6])
            moment = datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 - wall-clock time of the place
            return moment.replace(tzinfo=UTC).astimezone(CHINA).replace(tzinfo=None) if match[7] else moment
    except ValueError:
        pass
    found.problem(line.number, _("“%(text)s” is no date of a calendar; 20270101 would be one.") % {"text": line.value})
    return None
