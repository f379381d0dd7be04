"""What the desk found of each required paper, read from the check table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.utils.translation import gettext as _

from accounts.actors import Actor
from cases.domain.correct import Defect
from cases.domain.materials import Finding, check_materials
from cases.enums import MaterialState
from cases.models import Case, CaseMaterial
from cases.models.materials import HandedPaper
from core.prepared import rows_of

CHOICES = (MaterialState.OK, MaterialState.DEFECT, MaterialState.MISSING)
LONGEST = 300


def findings_from(data: Mapping[str, str], materials: Iterable[CaseMaterial]) -> list[Finding]:
    """One finding per paper for which something was chosen; texts are cut to what a notice can print."""
    found = []
    for material in materials:
        state = data.get(f"state_{material.key}", "")
        if state in CHOICES:
            defect = data.get(f"defect_{material.key}", "").strip()[:LONGEST]
            remedy = data.get(f"remedy_{material.key}", "").strip()[:LONGEST]
            found.append(Finding(material.key, MaterialState(state), defect, remedy))
    return found


def record_findings(*, case: Case, findings: Iterable[Finding], actor: Actor, now: datetime) -> int:
    """Record those that say something new, all or none; returns how many."""
    known = {material.key: material for material in rows_of(case, "materials")}
    changed = [finding for finding in findings if _is_news(known[finding.key], finding)]
    if changed:
        check_materials(case=case, findings=changed, actor=actor, now=now)
    return len(changed)


def _is_news(material: CaseMaterial, finding: Finding) -> bool:
    texts = ("", "") if finding.state == MaterialState.OK else (finding.defect, finding.remedy)
    return (material.state, material.defect, material.remedy) != (finding.state, *texts)


def proposed_state(material: CaseMaterial, paper: HandedPaper | None) -> MaterialState:
    """What is chosen beforehand: a paper the clerk herself saw is in order, one that is not there is missing."""
    if material.state != MaterialState.PROVIDED:
        return MaterialState(material.state)
    return MaterialState.OK if paper is not None and paper.seen_on_paper else MaterialState.PROVIDED


def wrong_papers(case: Case) -> list[Defect]:
    """Everything the check found wrong, with the words a notice begins with; nothing may be told later (R2)."""
    defects = []
    for material in rows_of(case, "materials"):
        if material.state == MaterialState.DEFECT:
            defects.append(Defect(material.key, material.name, material.defect, material.remedy))
        elif material.state == MaterialState.MISSING and material.necessity == 1:
            reason = material.defect or _("Not handed in")
            remedy = material.remedy or _("Please hand in: %(paper)s") % {"paper": material.name}
            defects.append(Defect(material.key, material.name, reason, remedy))
    return defects


def unanswered(case: Case) -> list[Defect]:
    """Necessary questions of the form that were left empty."""
    application = case.application
    situation = application.situations.get(case.version.facts.key, {})
    return [
        Defect(field.key, field.label, _("Left empty"), _("Please fill in: %(answer)s") % {"answer": field.label})
        for field in case.version.facts.form_for(situation)
        if field.required and application.answers.get(field.key) in (None, "")
    ]
