"""公示 as a paper for the board of the village (domain.md §3.11 no. 14): nothing in it but what the public may read."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from cases.documents.decisions import basis_text
from cases.documents.stages import unit_facts
from cases.models import Publicity
from cases.rules.masked import shown_name
from core.text import format_limit
from places.models import Unit


def publicity_context(row: Publicity, unit: Unit, *, days: int, unit_of_days: str, now: datetime) -> dict[str, Any]:
    case = row.case
    facts = unit_facts(case, unit, now=now)
    for private in ("applicant_name", "agent_name", "agent_basis"):
        facts.pop(private, None)
    page = settings.PUBLIC_URL.rstrip("/") + reverse("publicity:detail", args=[row.pk])
    return {
        **facts,
        "verify_url": page,
        "entries": [
            {
                "name": shown_name(case, on=timezone.localdate(now)),
                "place": case.region.full_name,
                "content": "；".join(line.strip() for line in row.content.splitlines() if line.strip()),
            }
        ],
        "starts_on": row.starts_on.isoformat(),
        "ends_on": row.ends_on.isoformat(),
        "contact": row.contact,
        "days": format_limit(days, unit_of_days),
        "basis": basis_text(case),
        "places": [row.place],
        "objection_to": unit.name,
        "objection_how": f"公示期内可以打电话、写信或者在网上提出：{page}",
    }
