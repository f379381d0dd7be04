"""What every paper of a case says: who, what, for whom, by whom. Values are ready to print; dates are ISO days."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from cases.models import Application, Case
from core.masking import mask_id_number, mask_phone


def person_facts(application: Application) -> dict[str, Any]:
    """Applicant and, when somebody acts for her, the agent with the basis of the power."""
    applicant, mandate = application.applicant, application.mandate
    facts: dict[str, Any] = {
        "applicant_name": applicant.name,
        "applicant_id": mask_id_number(applicant.id_number),
        "applicant_phone": mask_phone(applicant.phone) if applicant.phone else "",
        "agent_name": "",
        "agent_basis": "",
    }
    if mandate is not None:
        facts["agent_name"] = mandate.agent.display_name
        facts["agent_basis"] = (
            f"{mandate.relation},授权委托书({mandate.valid_from:%Y-%m-%d}至{mandate.valid_to:%Y-%m-%d})"
        )
    return facts


def case_facts(case: Case, *, now: datetime) -> dict[str, Any]:
    """The head of every paper of one case."""
    return {
        **person_facts(case.application),
        "case_number": case.number or "",
        "exchange_number": case.exchange_number,
        "item_name": case.version.name,
        "unit_name": case.unit.name,
        "unit_phone": case.version.facts.consult_phone,
        "unit_address": case.unit.address,
        "date": iso(now),
        "received_on": iso(case.received_at),
        "accepted_on": iso(case.accepted_at),
        "track_url": settings.PUBLIC_URL.rstrip("/") + reverse("online:case", args=[case.public_id]),
    }


def remedies(case: Case) -> dict[str, Any]:
    """R11: 复议 60 日 (行政复议法 Art. 20), 诉讼 6 个月 (行政诉讼法 Art. 46), with bodies and the online route."""
    remedy = case.version.facts.remedy
    return {
        "reconsideration_body": remedy.reconsideration_body,
        "reconsideration_address": remedy.reconsideration_address,
        "reconsideration_phone": remedy.reconsideration_phone,
        "court": remedy.court,
        "court_address": remedy.court_address,
        "court_phone": remedy.court_phone,
        "online_route": settings.PUBLIC_URL,
    }


def iso(moment: datetime | None) -> str:
    return timezone.localdate(moment).isoformat() if moment else ""
