"""A case as the sentences look at it. Rows of lists have it read by `for_following`: nothing here asks the database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.translation import gettext as _

from cases.dues import day_text, due_text
from cases.enums import Status
from cases.models import Case, CaseStage, Suspension
from cases.online.ahead import unit_of_step
from cases.procedure import running
from cases.rules.linked import EX_OFFICIO
from cases.rules.special import open_suspension
from cases.rules.stages import stages_of
from catalog.choices import StepKind
from core.text import format_day
from flow.calendar import WorkCalendar


@dataclass(frozen=True)
class Told:
    """`todo` is '' where the applicant has nothing to do; `otherwise`: what follows if nothing comes by the date."""

    sentence: str
    todo: str = ""
    otherwise: str = ""


@dataclass
class Seen:
    case: Case
    on: date
    calendar: WorkCalendar

    @cached_property
    def status(self) -> Status:
        return Status(self.case.status)

    @property
    def in_hand(self) -> str:
        """Whose turn it is: before acceptance the unit that accepts, which may stand below the one that decides."""
        case = self.case
        if self.status not in (Status.RECEIVED, Status.CORRECTION_REQUIRED):
            return case.unit.name
        accept = next((step for step in case.version.facts.steps if step.kind == StepKind.ACCEPT), None)
        return (unit_of_step(case, accept) if accept else "") or case.unit.name

    @property
    def is_late(self) -> bool:
        """The office has passed its own date; the applicant's own date is hers."""
        due = self.case.due_on
        return due is not None and due < self.on and self.status != Status.CORRECTION_REQUIRED

    @property
    def is_own_motion(self) -> bool:
        """Opened by the authority itself about an earlier decision."""
        return self.case.kind in EX_OFFICIO

    @property
    def is_granted(self) -> bool:
        return self.case.outcome == "granted"

    @cached_property
    def words(self) -> dict[str, str]:
        case = self.case
        return {
            "unit": self.in_hand,
            "due": due_text(case.due),
            "day": format_day(case.decided_at),
            "kind": str(case.get_kind_display()),
            "last": self.by(case.tolerance_due_on),
            "law": self.law,
        }

    def say(self, text: str, **more: str) -> str:
        """`text` may use %(unit)s, %(due)s, %(day)s, %(kind)s, %(last)s and %(law)s."""
        return text % {**self.words, **more}

    def by(self, day: date | None) -> str:
        """Another last day than the running one."""
        return day_text(day, self.calendar)

    @property
    def law(self) -> str:
        """The last day by law, '' while it is not known."""
        return self.by(self.case.statutory_due_on)

    @cached_property
    def running(self) -> list[CaseStage]:
        return running(stages_of(self.case)) if self.case.pk else []

    @cached_property
    def suspension(self) -> Suspension | None:
        return open_suspension(self.case) if self.case.pk else None

    @property
    def follows(self) -> bool:
        """Papers under a promise (容缺) are still outstanding."""
        tolerance = getattr(self.case, "tolerance", None)
        return tolerance is not None and tolerance.supplied_at is None

    @property
    def against(self) -> str:
        """What can be done against a decision, with the bodies the guide names (domain.md §3.13)."""
        remedy = self.case.version.facts.remedy
        if not (remedy.reconsideration_body and remedy.court):
            return _(
                "If you do not agree, you may apply for reconsideration within 60 days or go to court within 6 months."
            )
        return _(
            "If you do not agree, you may apply to %(body)s for reconsideration within 60 days, or go to %(court)s "
            "within 6 months."
        ) % {"body": remedy.reconsideration_body, "court": remedy.court}
