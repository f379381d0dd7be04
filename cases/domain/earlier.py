"""Whose date came nearer by a change of the calendar is told which date, from when to when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from accounts.actors import SYSTEM
from accounts.domain.messages import send_messages
from cases.domain.tell import LETTER_FIELDS, LETTER_RELATED, letter_to_applicant
from cases.dues import day_text
from cases.models import Case, DueChange
from core.text import format_day
from flow.calendar import WorkCalendar

# The dates that the applicant was told of and waits for, or has to keep.
TOLD: dict[str, Promise] = {
    "promised": pgettext_lazy("date", "decision as promised"),
    "statutory": pgettext_lazy("date", "decision at the latest by law"),
    "correction": pgettext_lazy("date", "what is missing"),
    "tolerance": pgettext_lazy("date", "papers that follow"),
}


def tell_earlier(changes: Iterable[DueChange], *, calendars: Mapping[int, WorkCalendar], now: datetime) -> int:
    """One message a case; returns how many. `calendars` by unit: a day that may still move says so."""
    nearer: dict[int, list[DueChange]] = defaultdict(list)
    for change in changes:
        if change.clock in TOLD and change.old_on and change.new_on and change.new_on < change.old_on:
            nearer[change.case_id].append(change)
    cases = Case.objects.filter(pk__in=nearer).select_related(*LETTER_RELATED).only(*LETTER_FIELDS).order_by("pk")
    letters = [
        letter_to_applicant(
            case=case,
            actor=SYSTEM,
            title=_("A date has moved forward"),
            body=_("The working-day calendar was changed. For “%(item)s” (%(number)s) a day is earlier now:")
            + "\n"
            + "\n".join(_line(change, calendars[case.unit_id]) for change in nearer[case.pk]),
            now=now,
        )
        for case in cases
    ]
    return send_messages(letters)


def _line(change: DueChange, calendar: WorkCalendar) -> str:
    return _("%(what)s: %(new)s, before %(old)s.") % {
        "what": TOLD[change.clock],
        "new": day_text(change.new_on, calendar),
        "old": format_day(change.old_on),
    }
