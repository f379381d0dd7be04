"""Everything the page of one case shows, read in a number of queries that does not grow with the case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, prefetch_related_objects

from cases.desk.clock_bar import ClockBar, clock_bar
from cases.desk.showing import (
    Moment,
    PaperRow,
    Row,
    answer_rows,
    holder_rows,
    paper_rows,
    situation_rows,
    timeline,
)
from cases.desk.wording import STATUS_TONES
from cases.enums import PaperState
from cases.models import Case, CaseNote, CorrectionItem, HandedPaper, OfficialDocument, Opinion
from catalog.content import Remedy


@dataclass(frozen=True)
class CasePage:
    clock: ClockBar | None
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
        return any(document.state == PaperState.QUEUED for document in self.documents)


def load_page(case: Case, *, now: datetime, revealed: Mapping[str, str], answers_in_full: bool) -> CasePage:
    prefetch_related_objects([case], "materials", "opinions__user")
    application = case.application
    papers = HandedPaper.objects.filter(application=application, replaced_at=None).select_related("file")
    shared = Q(case=None, application=application)  # the receipt stands for all cases of the application
    documents = list(OfficialDocument.objects.filter(shared | Q(case=case)).select_related("file").defer("context"))
    events = list(case.events.order_by("id"))
    materials = list(case.materials.all())
    names = {material.key: material.name for material in materials}
    names |= {field.key: field.label for field in case.version.facts.form}
    notice = getattr(case, "correction", None)
    answers = answer_rows(case, in_full=answers_in_full)
    return CasePage(
        clock=clock_bar(case, now=now),
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
        others=list(application.cases.exclude(pk=case.pk).select_related("version").defer("version__content")),
        remedy=case.version.facts.remedy,
        has_masked_answers=any(row.is_masked for row in answers),
    )
