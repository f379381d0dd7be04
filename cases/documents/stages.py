"""The data of the papers of the review: opinions that go up, checks on site (domain.md §3.11 nos. 13, 16)."""

from __future__ import annotations

import base64
from datetime import datetime
from typing import Any

from cases.documents.common import case_facts, iso, local_iso, papers_of
from cases.documents.decisions import basis_text
from cases.enums import StageConclusion
from cases.models import Case, CaseStage, SiteCheck
from catalog.choices import StepKind
from core.domain.uploads import open_stored_file
from core.models import StoredFile
from places.models import Unit

CONCLUSIONS = {StageConclusion.PASS: "审查通过，建议准予。", StageConclusion.FAIL: "审查不通过，建议不予。"}
PHOTOS_PRINTED = 6


def unit_facts(case: Case, unit: Unit, *, now: datetime) -> dict[str, Any]:
    """The head of a paper that another unit than the competent one issues."""
    return {**case_facts(case, now=now), "issuer": unit.name, "address": unit.address}


def review_opinion_context(case: Case, stage: CaseStage, *, now: datetime) -> dict[str, Any]:
    return {
        **unit_facts(case, stage.unit, now=now),
        "to": case.unit.name,
        "stage": stage.name,
        "conclusion": CONCLUSIONS.get(StageConclusion(stage.conclusion), ""),
        "basis": basis_text(case),
        "opinion": stage.opinion,
        "reviewers": [{"name": stage.handled_by.display_name}] if stage.handled_by else [],
        "materials": papers_of(case.application),
        "accepted_on": iso(case.accepted_at),
        "due_on": stage.due_on.isoformat() if stage.due_on else "",
    }


def site_check_context(check: SiteCheck, unit: Unit, *, now: datetime) -> dict[str, Any]:
    """Photos and the signature stand in the paper itself, as far as the virus check has passed them."""
    case = check.case
    photos = [{"image": image} for photo in check.photos.order_by("pk")[:PHOTOS_PRINTED] if (image := picture(photo))]
    survey = check.stage is not None and check.stage.kind == StepKind.SURVEY
    signature = picture(check.signature) if check.signature else ""
    context = {
        **unit_facts(case, unit, now=now),
        "place": check.place,
        "started_at": local_iso(check.at),
        "checkers": [{"name": one.display_name, "unit": unit.name} for one in (check.first_staff, check.second_staff)],
        "facts": check.facts,
        "conclusion": "符合条件" if check.meets_conditions else "不符合条件",
        "photos": photos,
        "refusal_note": check.refusal_note,
        "witness": check.witness,
    }
    if survey:
        context["title"] = "入户调查记录"
    if check.signed_by:
        context["signature_note"] = f"被核查人{check.signed_by}签名"
    return {**context, "signature_image": signature} if signature else context


def picture(file: StoredFile) -> str:
    """A stored photograph as data URI; '' while it may not be handed out or when it is no picture."""
    if not (file.is_image and file.is_downloadable):
        return ""
    with open_stored_file(file) as content:
        return f"data:{file.content_type};base64,{base64.b64encode(content.read()).decode('ascii')}"
