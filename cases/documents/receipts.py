"""收件凭证: one for the whole application (domain.md §3.11 no. 2)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse

from accounts.actors import Actor
from cases.documents.common import iso, person_facts
from cases.models import Application, Case


def receipt_context(application: Application, cases: list[Case], *, actor: Actor, now: datetime) -> dict[str, Any]:
    papers = application.papers.filter(replaced_at=None)
    return {
        **person_facts(application),
        "cases": [
            {
                "case_number": case.number,
                "item_name": case.version.name,
                "unit_name": case.unit.name,
                "answer_by": case.intake_due_on.isoformat() if case.intake_due_on else "",
            }
            for case in cases
        ],
        "materials": [
            {
                "name": paper.name,
                "originals": paper.originals,
                "copies": paper.copies,
                "electronic": bool(paper.file_id),
            }
            for paper in papers
        ],
        "channel": application.get_channel_display(),
        "point_name": application.point.name if application.point else "",
        "clerk_name": actor.name if actor.is_staff else "",
        "unit_name": application.point.unit.name if application.point else cases[0].unit.name,
        "unit_phone": cases[0].version.facts.consult_phone,
        "date": iso(now),
        "received_at": now.isoformat(),
        "track_url": settings.PUBLIC_URL.rstrip("/") + reverse("online:track"),
    }
