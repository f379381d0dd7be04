"""What people type when they ask for a due date: a start, a length, a unit, pauses. Each fault is a sentence."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache

from django.utils import timezone
from django.utils.translation import gettext as _

from core.text import read_day

from .clocks import Term, TermUnit
from .pauses import Pause

ISO_LENGTH = len("2026-02-13")
LONGEST = 100_000  # of any unit: more than two centuries of days
BETWEEN = ".."
UNITS = [unit.value for unit in TermUnit]


class Unreadable(ValueError):
    """Its text is for the person who typed."""


def read_start(text: str) -> date | datetime:
    """A date (2026-02-13) or a moment (2026-02-13T09:30), in the time of the place where it names none."""
    told = text.strip()
    try:
        if len(told) == ISO_LENGTH:
            return date.fromisoformat(told)
        if (day := read_day(told)) is not None:
            return day
        moment = datetime.fromisoformat(told)
    except ValueError:
        raise Unreadable(_("“%(text)s” is no date; write 2026-02-13 or 2026-02-13T09:30.") % {"text": told}) from None
    return moment if timezone.is_aware(moment) else timezone.make_aware(moment)


@lru_cache(maxsize=4096)
def read_term(n: str, unit: str) -> Term:
    """Instant terms have no length: any number, or none, will do."""
    if unit.strip() not in UNITS:
        known = "、".join(UNITS)
        raise Unreadable(_("“%(text)s” is no unit; there are %(known)s.") % {"text": unit.strip(), "known": known})
    kind = TermUnit(unit.strip())
    if kind == TermUnit.INSTANT:
        return Term(0, kind)
    length = int(n) if n.strip().isdecimal() else 0
    if not 0 < length <= LONGEST:
        raise Unreadable(_("“%(text)s” is no length; write a whole number from 1 on.") % {"text": n.strip()})
    return Term(length, kind)


def read_pauses(text: str) -> list[Pause]:
    """FROM..TO;FROM..TO; an open pause has no TO. '' is none."""
    return [read_pause(part) for part in text.split(";") if part.strip()]


def read_pause(text: str) -> Pause:
    begin_text, between, end_text = text.strip().partition(BETWEEN)
    try:
        if not between:
            raise ValueError
        begin, end = _day(begin_text), _day(end_text) if end_text.strip() else None
    except ValueError:
        example = "2026-04-08..2026-04-20"
        raise Unreadable(
            _("“%(text)s” is no pause; write %(example)s.") % {"text": text.strip(), "example": example}
        ) from None
    if end is not None and end < begin:
        raise Unreadable(_("The pause “%(text)s” ends before it begins.") % {"text": text.strip()})
    return begin, end


def check_start(start: date | datetime, term: Term) -> None:
    """Raises Unreadable for a term in hours that begins with a bare day."""
    if term.unit == TermUnit.HOUR and not isinstance(start, datetime):
        raise Unreadable(_("A term in hours begins with a moment: write the time too, 2026-02-13T09:30."))


def _day(text: str) -> date:
    day = read_day(text)
    if day is None:
        raise ValueError
    return day
