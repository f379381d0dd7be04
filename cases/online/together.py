"""An application of several cases as one: how many are done, where each is, and what a failed part means for the rest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from cases.enums import DONE, Outcome, Status
from cases.models import Application, Case
from cases.online.standing import Standing, standing_of
from cases.queries.cases import CaseQuerySet
from flow.calendar import WorkCalendar

FAILED = (Outcome.DENIED, Outcome.NOT_ACCEPTED, Outcome.LAPSED, Outcome.TERMINATED)


@dataclass(frozen=True)
class PartStanding:
    case: Case
    standing: Standing

    @property
    def is_done(self) -> bool:
        return bool(self.case.status in DONE)

    @property
    def has_failed(self) -> bool:
        return bool(self.case.outcome in FAILED)

    @property
    def waits_for_applicant(self) -> bool:
        return bool(self.case.status == Status.CORRECTION_REQUIRED)


@dataclass(frozen=True)
class Whole:
    """The whole is done when all are; one that fails stops no other (domain.md §2.5)."""

    title: str
    parts: list[PartStanding]

    @property
    def total(self) -> int:
        return len(self.parts)

    @property
    def done(self) -> int:
        return sum(part.is_done for part in self.parts)

    @property
    def is_done(self) -> bool:
        return self.done == self.total

    @property
    def failed(self) -> list[PartStanding]:
        return [part for part in self.parts if part.has_failed]

    @property
    def goes_on(self) -> bool:
        return any(not part.is_done and not part.has_failed for part in self.parts)

    @property
    def progress(self) -> str:
        return _("%(done)s of %(total)s done") % {"done": self.done, "total": self.total}


def title_of(application: Application, cases: Iterable[Case]) -> str:
    """The name of the package, or the names of the items."""
    return application.one_thing.name if application.one_thing else "、".join(case.version.name for case in cases)


def whole_around(case: Case, among: CaseQuerySet, *, on: date, calendar: WorkCalendar) -> Whole | None:
    """The application a case is part of; None where it stands alone. `among`: the cases that may be shown."""
    application = case.application
    cases = among.filter(application=application).order_by("id")
    parts = list(cases.for_following())
    return whole_of(application, parts, on=on, calendar=calendar) if len(parts) > 1 else None


def whole_of(application: Application, cases: Iterable[Case], *, on: date, calendar: WorkCalendar) -> Whole:
    parts = [PartStanding(case, standing_of(case, on=on, calendar=calendar)) for case in cases]
    return Whole(title_of(application, [part.case for part in parts]), parts)
