"""The due date of a term and how it was counted, for one term in words or as JSON, for many as CSV."""

from __future__ import annotations

import json
import sys
from argparse import RawDescriptionHelpFormatter
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from core.text import format_day
from flow.account import account
from flow.answers import answer_as_data
from flow.calendar import WorkCalendar
from flow.clocks import due_on
from flow.many import answer_many
from flow.reading import UNITS, Unreadable, check_start, read_pause, read_start, read_term
from flow.words import LAWS, PAUSE_LAW, day_words, due_words, start_words, term_words
from places.calendar import load_calendar
from places.domain.propose_change import is_jurisdiction
from places.queries import county

EXAMPLES = """
    manage.py deadline 2026-02-13 5 working_day
    manage.py deadline 2026-04-01 20 working_day --pause 2026-04-08..2026-04-20
    manage.py deadline 2026-03-06T16:00 24 hour --json
    manage.py deadline --csv < terms.csv        (columns start,n,unit,pauses; writes due,provisional)
"""


class Command(BaseCommand):
    help = "Says when a term ends and how each of its days was counted." + EXAMPLES

    # Nothing of the portal is served here, and the checks take longer than a thousand terms.
    requires_system_checks: list[str] = []

    def create_parser(self, *args: Any, **kwargs: Any) -> CommandParser:
        return super().create_parser(*args, formatter_class=RawDescriptionHelpFormatter, **kwargs)

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("start", nargs="?", help="date, or ISO moment for terms in hours; this is day 0")
        parser.add_argument("n", nargs="?", help="length of the term")
        parser.add_argument("unit", nargs="?", help=", ".join(UNITS))
        parser.add_argument(
            "--pause",
            action="append",
            default=[],
            metavar="FROM..TO",
            help="days after FROM up to and with TO are not counted; without TO the pause is open. May be repeated",
        )
        parser.add_argument("--calendar", metavar="CODE", help="region code; 0 is the nation. Default: this county")
        parser.add_argument("--json", action="store_true", help="answer as JSON")
        parser.add_argument("--csv", action="store_true", help="read many terms from standard input")

    def handle(self, *args: Any, **options: Any) -> None:
        calendar = self._calendar(options["calendar"])
        if options["csv"]:
            self._answer_many(calendar)
            return
        if not (options["start"] and options["n"] and options["unit"]):
            raise CommandError(_("Name start, length and unit, for example: 2026-02-13 5 working_day."))
        try:
            self._answer_one(calendar, options)
        except Unreadable as fault:
            raise CommandError(str(fault)) from fault
        except (OverflowError, ValueError) as fault:
            raise CommandError(_("The term ends beyond the calendar.")) from fault

    def _calendar(self, code: str | None) -> WorkCalendar:
        here = county() if code is None else None
        wanted = "" if code in (None, "0") else code or ""
        if not is_jurisdiction(wanted):
            raise CommandError(_("The code %(code)s is no region of ours.") % {"code": wanted})
        return load_calendar(jurisdiction=here.code if here else wanted)

    def _answer_one(self, calendar: WorkCalendar, options: dict[str, Any]) -> None:
        start, term = read_start(options["start"]), read_term(options["n"], options["unit"])
        pauses = [read_pause(text) for text in options["pause"]]
        check_start(start, term)
        if options["json"]:
            data = answer_as_data(start, term, calendar, pauses)
            self.stdout.write(json.dumps(data, ensure_ascii=False, indent=2))
            return
        due = due_on(start, term, calendar, pauses)
        iso = "" if due is None else (due.at or due.on).isoformat()
        self.stdout.write(_("Due: %(due)s") % {"due": due_words(due)} + (f"  {iso}" if iso else ""))
        law = LAWS[term.unit] + (f"、{PAUSE_LAW}" if pauses else "")
        self.stdout.write(_("Term: %(term)s (%(law)s)") % {"term": term_words(term), "law": law})
        self.stdout.write(start_words(start, term))
        for day in account(start, term, calendar, pauses):
            self.stdout.write(f"  {format_day(day.day)}  {day_words(day)}")

    def _answer_many(self, calendar: WorkCalendar) -> None:
        stream: Any = sys.stdin
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", newline="")
        wrong = answer_many(stream, self.stdout, self.stderr, calendar)
        if wrong:
            raise CommandError(_("%(count)d rows could not be read; their lines are named above.") % {"count": wrong})
