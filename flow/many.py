"""Many due dates at once: CSV start,n,unit,pauses in, due,provisional out, one row for each, in their order."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple, Protocol

from django.utils.translation import gettext as _

from .calendar import WorkCalendar
from .clocks import due_on
from .reading import Unreadable, check_start, read_pauses, read_start, read_term
from .words import due_words

COLUMNS = ["start", "n", "unit", "pauses"]
NEEDED = COLUMNS[:3]
AT_ONCE = 2000  # rows written in one go


class Writable(Protocol):
    """Standard output and error of a command: each text becomes a line."""

    def write(self, text: str) -> Any: ...


class Answer(NamedTuple):
    """A row of the answer, what is to be said of it ('' mostly), and whether that is a fault."""

    row: str
    remark: str = ""
    is_wrong: bool = False


def answer_many(lines: Iterable[str], out: Writable, errors: Writable, calendar: WorkCalendar) -> int:
    """How many rows could not be answered: each keeps its place as an empty row, and its line is named on `errors`.

    A due date is a date, of a term in hours a moment. An endless pause leaves both columns empty and is named too, but
    it is no fault.
    """
    wrong, waiting = 0, ["due,provisional"]
    for answer in _answers(csv.reader(lines), calendar):
        waiting += [answer.row] if answer.row else []
        wrong += answer.is_wrong
        if answer.remark:
            errors.write(answer.remark)
        if len(waiting) >= AT_ONCE:
            out.write("\n".join(waiting))
            waiting.clear()
    if waiting:
        out.write("\n".join(waiting))
    return wrong


def _answers(reader: Any, calendar: WorkCalendar) -> Iterator[Answer]:
    rows = _rows(reader)
    head = next(rows, [])
    if isinstance(head, str):
        yield _fault(1, head, row="")
        return
    names = [cell.strip().removeprefix("\ufeff").lower() for cell in head]
    if missing := [column for column in NEEDED if column not in names]:
        words = {"missing": "、".join(missing), "columns": ",".join(COLUMNS)}
        yield _fault(1, _("The columns %(missing)s are missing; the first line must be %(columns)s.") % words, row="")
        return
    start, n, unit, pauses = (names.index(column) if column in names else len(names) for column in COLUMNS)
    for row in rows:
        if isinstance(row, str):
            yield _fault(reader.line_num, row)
        elif row:
            row += [""] * (len(names) + 1 - len(row))
            yield _answer(reader.line_num, row[start], row[n], row[unit], row[pauses], calendar)


def _rows(reader: Any) -> Iterator[list[str] | str]:
    """Rows, or what is wrong with one that is no CSV."""
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield _("This is no CSV: %(why)s.") % {"why": error}


def _answer(line: int, start_text: str, n: str, unit: str, pauses_text: str, calendar: WorkCalendar) -> Answer:
    try:
        start, term = _start(start_text), read_term(n, unit)
        check_start(start, term)
        due = due_on(start, term, calendar, read_pauses(pauses_text) if pauses_text else ())
    except Unreadable as fault:
        return _fault(line, str(fault))
    except (OverflowError, ValueError):
        return _fault(line, _("The term ends beyond the calendar."))
    if due is None:
        return Answer(",", at_line(line, due_words(None)))
    return Answer(f"{(due.at or due.on).isoformat()},{'true' if due.provisional else 'false'}")


_start = lru_cache(maxsize=8192)(read_start)


def _fault(line: int, text: str, row: str = ",") -> Answer:
    return Answer(row, at_line(line, text), is_wrong=True)


def at_line(line: int, text: str) -> str:
    return _("Line %(line)d: %(text)s") % {"line": line, "text": text}
