"""What every paper of a case says: who, what, for whom, by whom; the keys are those of `papers.catalogue`."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from cases.handed import papers_in_force
from cases.models import Application, Case
from core.text import plain_day


def person_facts(application: Application) -> dict[str, Any]:
    """Applicant and, when somebody acts for her, the agent with the basis of the power: both names on every paper."""
    mandate = application.mandate
    facts: dict[str, Any] = {"applicant_name": application.applicant.name}
    if mandate is not None:
        facts["agent_name"] = mandate.agent.display_name
        facts["agent_basis"] = f"授权委托书（{plain_day(mandate.valid_from)}起，有效期至{plain_day(mandate.valid_to)}）"
    return facts


def case_facts(case: Case, *, now: datetime) -> dict[str, Any]:
    """The head of every paper of one case."""
    return {
        **person_facts(case.application),
        "issuer": case.unit.name,
        "issued_on": iso(now),
        "item_name": case.version.name,
        "case_no": case.number or "",
        "phone": case.version.facts.consult_phone,
        "address": case.unit.address,
        "verify_url": settings.PUBLIC_URL.rstrip("/") + reverse("online:case", args=[case.public_id]),
    }


def remedies(case: Case) -> dict[str, Any]:
    """R11: 复议 60 日 (行政复议法 Art. 20), 诉讼 6 个月 (行政诉讼法 Art. 46), with the bodies and the online route."""
    remedy = case.version.facts.remedy
    return {
        "reconsideration_body": remedy.reconsideration_body,
        "court": remedy.court,
        "online_url": str(settings.PUBLIC_URL),
    }


def papers_of(application: Application) -> list[dict[str, Any]]:
    """The papers handed in so far, as the papers list them."""
    return [
        {
            "name": paper.name,
            "originals": paper.originals,
            "copies": paper.copies,
            "form": "纸质" if paper.seen_on_paper else "电子",
            "note": "",
        }
        for paper in papers_in_force(application)
    ]


def iso(moment: datetime | None) -> str:
    return timezone.localdate(moment).isoformat() if moment else ""


def local_iso(moment: datetime) -> str:
    return timezone.localtime(moment).isoformat()
