"""Everything the page of one case shows, read in a number of queries that does not grow with the case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, prefetch_related_objects
from django.utils.translation import gettext as _

from cases.actions import EVENTS
from cases.clock import wind
from cases.desk.clock_bar import ClockBar, clock_bar
from cases.desk.showing import (
    QUIET,
    Moment,
    PaperRow,
    Row,
    answer_rows,
    holder_rows,
    paper_rows,
    situation_rows,
    timeline,
)
from cases.desk.timeline import TimeLine, draw_timeline
from cases.desk.wording import STATUS_TONES
from cases.enums import ENDED, PaperState, Status
from cases.handed import papers_in_force
from cases.models import Case, CaseEvent, CaseNote, CorrectionItem, OfficialDocument, Opinion
from cases.rules.renewing import silence_means
from cases.rules.stages import stages_of
from catalog.choices import ProcedureKind
from catalog.content import Remedy
from flow.calendar import WorkCalendar
from flow.clocks import day_of
from places.calendar import calendar_for


@dataclass(frozen=True)
class CasePage:
    clock: ClockBar | None
    silence: str
    line: TimeLine | None
    tone: str
    holder: list[Row]
    answers: list[Row]
    situations: list[Row]
    papers: list[PaperRow]
    documents: list[OfficialDocument]
    moments: list[Moment]
    opinions: list[Opinion]
    notes: list[CaseNote]
    corrections: list[CorrectionItem]
    others: list[Case]
    remedy: Remedy
    has_masked_answers: bool

    @property
    def waits_for_papers(self) -> bool:
        return any(document.state == PaperState.QUEUED and not document.is_on_demand for document in self.documents)


def load_page(case: Case, *, now: datetime, revealed: Mapping[str, str], answers_in_full: bool) -> CasePage:
    prefetch_related_objects([case], "materials", "opinions__user")
    application, calendar = case.application, calendar_for(case.unit)
    papers = papers_in_force(application)
    shared = Q(case=None, application=application)  # the receipt stands for all cases of the application
    documents = list(OfficialDocument.objects.filter(shared | Q(case=case)).select_related("file").defer("context"))
    events = list(case.events.order_by("id"))
    materials = list(case.materials.all())
    names = {material.key: material.name for material in materials}
    names |= {field.key: field.label for field in case.version.facts.form}
    notice = case.correction
    answers = answer_rows(case, in_full=answers_in_full)
    return CasePage(
        clock=clock_bar(case, now=now, calendar=calendar),
        silence=silence_means(case, day_of(now)),
        line=_line(case, events, now, calendar),
        tone=STATUS_TONES.get(case.status, ""),
        holder=holder_rows(case, revealed),
        answers=answers,
        situations=situation_rows(case),
        papers=paper_rows(case, materials, papers),
        documents=documents,
        moments=timeline(events, documents, names),
        opinions=list(case.opinions.all()),
        notes=list(case.notes.select_related("user")),
        corrections=list(notice.items.all()) if notice else [],
        others=list(application.cases.exclude(pk=case.pk).with_item()),
        remedy=case.version.facts.remedy,
        has_masked_answers=any(row.is_masked for row in answers),
    )


def _line(case: Case, events: list[CaseEvent], now: datetime, calendar: WorkCalendar) -> TimeLine | None:
    return draw_timeline(
        clocks=wind(events, case.version.facts, calendar),
        events=events,
        now=now,
        names={
            "intake": _("First check"),
            "correction": _("Correction by the applicant"),
            "statutory": _("Decision (statutory)"),
            "promised": _("Decision (promised)"),
            "suspension": _("Special procedure"),
            "tolerance": _("Papers that follow"),
            "delivery": _("Delivery"),
            "stage": _("Stage"),
            "pause": _("Not counted"),
        },
        stages={stage.order: stage.name for stage in stages_of(case)},
        titles={str(verb): str(title) for verb, title in EVENTS.items() if verb not in QUIET},
        reasons=_reasons(events),
        calendar=calendar,
        ends=_ends(events),
    )


def _reasons(events: list[CaseEvent]) -> dict[date, str]:
    """Why time is not counted, by its first day: the special procedure, or the stage the guide leaves out."""
    found: dict[date, str] = {}
    for event in events:
        if event.verb == "case.suspend":
            kind = event.data.get("kind")
            label = str(ProcedureKind(kind).label) if kind in ProcedureKind.values else _("Special procedure")
            found[day_of(event.at)] = f"{label}：{event.opinion}" if event.opinion else label
        elif event.verb == "case.start_stage" and not event.data.get("counts", True):
            name = event.data.get("name") or _("Stage")
            told = _("“%(stage)s” is not counted in the promised time") % {"stage": name}
            found.setdefault(day_of(event.at), told)
    return found


def _ends(events: list[CaseEvent]) -> dict[str, datetime]:
    """When the state left the phase of a clock that does not end by an event of its own."""
    found: dict[str, datetime] = {}
    for event in events:
        if event.state_from == event.state_to:
            continue
        if event.state_from == Status.RECEIVED:
            found["intake"] = event.at
        elif event.state_from == Status.CORRECTION_REQUIRED:
            found["correction"] = event.at
        if event.state_to in ENDED:
            found["case"] = event.at
    return found
