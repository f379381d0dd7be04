"""Checks on site and household surveys by two named staff (行政许可法 Art. 34; R15)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from accounts.actors import Actor
from cases.documents.stages import site_check_context
from cases.domain.change import Change, changing
from cases.domain.documents import issue_by
from cases.models import Case, CaseStage, SiteCheck
from cases.procedure import ON_SITE_KINDS
from cases.rules.stages import own_running
from core.models import StoredFile
from places.models import Unit


@dataclass(frozen=True)
class Findings:
    """What the record says. Signed by the person checked, or the reason why not with somebody who saw it."""

    at: datetime
    place: str
    first_staff: int
    second_staff: int
    facts: str
    meets_conditions: bool
    signed_by: str = ""
    refusal_note: str = ""
    witness: str = ""


def record_site_check(
    *,
    case: Case,
    findings: Findings,
    photos: Iterable[StoredFile] = (),
    signature: StoredFile | None = None,
    actor: Actor,
    now: datetime,
) -> SiteCheck:
    """Write down a check; the stage it belongs to can be finished from then on. Files have passed the gate."""
    with changing(case=case, verb="record_site_check", actor=actor, now=now, findings=findings) as change:
        now = change.now
        stage = next(iter(own_running(change.case, actor, *ON_SITE_KINDS)), None)
        check = SiteCheck.objects.create(
            case=change.case,
            stage=stage,
            at=findings.at,
            place=findings.place.strip(),
            first_staff_id=findings.first_staff,
            second_staff_id=findings.second_staff,
            facts=findings.facts.strip(),
            meets_conditions=findings.meets_conditions,
            signature=signature,
            signed_by=findings.signed_by.strip(),
            refusal_note=findings.refusal_note.strip(),
            witness=findings.witness.strip(),
            recorded_at=now,
        )
        check.photos.set(photos)
        data = {"check": check.pk, "order": stage.order if stage else None, "meets": check.meets_conditions}
        change.record("case.record_site_check", data=data)
        unit = _unit(change, stage)
        issue_by(change, "site_check_record", site_check_context(check, unit, now=now), unit=unit)
    return check


def _unit(change: Change, stage: CaseStage | None) -> Unit:
    return stage.unit if stage is not None else change.case.unit
