"""CSV with the columns day, is_workday, kind, name, source; Chinese headings and words are understood as well."""

from __future__ import annotations

import csv
import io
from datetime import date

from django.utils.translation import gettext as _

from core.text import read_day
from places.models.calendar import DayKind
from places.planned_days import PlannedDay, problem_of
from places.workdays import follows_weekday

from .found import ReadFile

COLUMNS = {
    "day": ("day", "date", "日期"),
    "is_workday": ("is_workday", "工作日", "是否工作日", "是否上班"),
    "kind": ("kind", "类型", "类别"),
    "name": ("name", "名称", "节日"),
    "source": ("source", "依据", "依据文件", "文号"),
}
TRUE = {"true", "1", "yes", "y", "t", "是", "班", "上班"}
FALSE = {"false", "0", "no", "n", "f", "否", "休", "休息", "放假"}
REMOVES = {"remove", "恢复", "恢复上级", "取消"}
KIND_WORDS = {
    DayKind.NORMAL: ("普通日", "平日"),
    DayKind.HOLIDAY: ("法定节假日", "节假日", "放假", "休"),
    DayKind.MAKEUP: ("调休上班日", "调休上班", "补班", "班"),
    DayKind.LOCAL: ("地方假日", "地方节日"),
    DayKind.EMERGENCY: ("应急停办", "应急"),
}
KINDS = {word: kind for kind, words in KIND_WORDS.items() for word in (kind.value, *words)}


def read_csv(text: str) -> ReadFile:
    found = ReadFile()
    delimiter = "\t" if "\t" in text.split("\n", 1)[0] else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        places = _columns(next(reader, []))
        if "day" not in places or not ({"is_workday", "kind"} & set(places)):
            found.problem(1, _("The first line must name the columns day, is_workday, kind, name, source."))
            return found
        for row in reader:
            if any(cell.strip() for cell in row):
                _read_row(row, places, reader.line_num, found)
    except csv.Error as error:
        found.problem(reader.line_num, _("This is no CSV: %(why)s.") % {"why": error})
    if not found.days and not found.problems:
        found.problem(1, _("The file names no day."))
    return found


def _columns(head: list[str]) -> dict[str, int]:
    words = {word: column for column, names in COLUMNS.items() for word in names}
    named = [words.get(cell.strip().lower(), "") for cell in head]
    return {column: named.index(column) for column in COLUMNS if column in named}


def _read_row(row: list[str], places: dict[str, int], line: int, found: ReadFile) -> None:
    cells = {column: row[place].strip() if place < len(row) else "" for column, place in places.items()}
    day = read_day(cells["day"])
    if day is None:
        found.problem(line, _("“%(text)s” is no date; write 2027-01-01.") % {"text": cells["day"]})
        return
    planned = _planned(day, cells, line, found)
    if planned is None:
        return
    if text := problem_of(planned):
        found.problem(line, text)
    else:
        found.add(planned, line)


def _planned(day: date, cells: dict[str, str], line: int, found: ReadFile) -> PlannedDay | None:
    """One of working day and kind may be left out when the other one says it."""
    kind_word, works_word = cells.get("kind", "").lower(), cells.get("is_workday", "").lower()
    name, source = cells.get("name", ""), cells.get("source", "")
    if kind_word in REMOVES:
        return PlannedDay(day, DayKind.NORMAL, follows_weekday(day), name, source, removes=True)
    if kind_word and kind_word not in KINDS:
        known = "、".join(DayKind.values)
        found.problem(
            line, _("“%(text)s” is no kind of day; there are %(known)s.") % {"text": kind_word, "known": known}
        )
        return None
    if works_word and works_word not in TRUE | FALSE:
        found.problem(
            line, _("“%(text)s” does not say whether it is a working day; write true or false.") % {"text": works_word}
        )
        return None
    if not kind_word and not works_word:
        found.problem(line, _("Neither the working day nor the kind is filled in."))
        return None
    works = works_word in TRUE if works_word else None
    kind = KINDS[kind_word] if kind_word else kind_from(day, works=bool(works))
    if works is None:
        works = kind == DayKind.MAKEUP or (kind == DayKind.NORMAL and follows_weekday(day))
    return PlannedDay(day, kind, works, name, source)


def kind_from(day: date, *, works: bool) -> DayKind:
    """The kind that a working or free day must be of on this day of the week."""
    if works == follows_weekday(day):
        return DayKind.NORMAL
    return DayKind.MAKEUP if works else DayKind.HOLIDAY
