"""The papers of a dozen show cases, really made; those of all others are made by the worker or when first opened."""

from __future__ import annotations

from datetime import datetime

from django.db.models import QuerySet

from cases.domain.documents import render_document
from cases.enums import PaperState
from cases.models import OfficialDocument

SHOWS = 12


def show_papers() -> QuerySet[OfficialDocument]:
    """All papers of the shows: the first applications whose papers were issued by verbs."""
    issued = OfficialDocument.objects.exclude(queued_at=None).order_by("application_id")
    shows = list(issued.values_list("application_id", flat=True).distinct()[:SHOWS])
    return OfficialDocument.objects.filter(application_id__in=shows)


def draw_show_papers(*, now: datetime) -> None:
    """Draws what waits; a second call finds nothing."""
    for document in show_papers().exclude(state=PaperState.MADE):
        render_document(document=document, now=now)
