"""The papers of an application as they stand: asked several times by every submission."""

from __future__ import annotations

from django.db.models import BigAutoField

from cases.models import Application, HandedPaper
from core.prepared import Prepared

_IN_FORCE = Prepared(
    lambda application: (
        HandedPaper.objects.filter(application_id=application, replaced_at=None).select_related("file").order_by("id")
    ),
    application=BigAutoField(),
)


def papers_in_force(application: Application) -> list[HandedPaper]:
    """What was handed in and not replaced since, in its order, each with its file; read anew at every call."""
    papers = _IN_FORCE.rows(application=application.pk)
    for paper in papers:
        paper.application = application
    return papers
