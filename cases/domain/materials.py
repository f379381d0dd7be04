"""Papers: handed in once per application, required and checked per case (R13, enter once)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import BigAutoField, Q
from django.utils.translation import gettext as _

from accounts.actors import Actor
from cases.domain.change import append_event, changing
from cases.domain.supplied import note_supplied
from cases.enums import OPEN, MaterialState, Status
from cases.handed import papers_in_force
from cases.models import Application, Case, CaseMaterial, HandedPaper
from cases.rules.papers import PaperWay, paper_way
from catalog.content import Material
from core.errors import Reason, Refused
from core.models import StoredFile
from core.prepared import Prepared

_LOCKED = Prepared(
    lambda pk: Application.objects.select_for_update().only("submitted_at").filter(pk=pk), pk=BigAutoField()
)


def required_materials(case: Case, application: Application) -> tuple[Material, ...]:
    """The papers this case requires by the version it was opened under and the situation answers."""
    return case.version.facts.materials_for(application.situations.get(case.version.facts.key, {}))


def hand_in_paper(
    *,
    application: Application,
    key: str,
    name: str,
    actor: Actor,
    now: datetime,
    file: StoredFile | None = None,
    seen_on_paper: bool = False,
    copies: int = 0,
) -> HandedPaper:
    """Take one paper for all cases of the application. A newer one replaces the older, which is kept.

    After submission it counts as supplied to an open correction notice; conditions of `supply_papers` then apply, and a
    paper that no case waits for is refused, so that none is taken without an event.
    """
    with transaction.atomic():
        locked = _LOCKED.get(pk=application.pk)
        older = application.papers.filter(key=key, replaced_at=None)
        older.update(replaced_at=now)
        paper = HandedPaper.objects.create(
            application=application,
            key=key,
            name=name,
            file=file,
            seen_on_paper=seen_on_paper,
            originals=int(seen_on_paper),
            copies=copies,
            handed_by_id=actor.user_id,
            handed_at=now,
        )
        if locked.submitted_at is not None:
            waiting = list(application.cases.filter(takes_papers(), materials__key=key))
            if not waiting:
                raise Refused([Reason("taken", _("No case of this application takes this paper any more."))])
            for case in waiting:
                _supply(case=case, key=key, actor=actor, now=now)
    return paper


def takes_papers() -> Q:
    """Cases that still take papers: before acceptance, and while papers that were to follow are outstanding."""
    before = Q(status__in=(Status.RECEIVED, Status.CORRECTION_REQUIRED))
    return before | Q(status__in=OPEN, tolerance__supplied_at=None, tolerance__isnull=False)


def drop_paper(*, application: Application, key: str, now: datetime) -> None:
    """Take a paper back out of a draft; the row is kept as replaced."""
    if application.submitted_at is not None:
        raise Refused([Reason("submitted", _("The application has been submitted already."))])
    application.papers.filter(key=key, replaced_at=None).update(replaced_at=now)


def _supply(*, case: Case, key: str, actor: Actor, now: datetime) -> None:
    with changing(case=case, verb="supply_papers", actor=actor, now=now, act="correct") as change:
        material = change.case.materials.get(key=key)
        material.state = MaterialState.PROVIDED
        material.save(update_fields=["state"])
        note_supplied(change, key)
        change.record("case.supply_paper", data={"key": key, "name": material.name})


@dataclass(frozen=True)
class Finding:
    """What the desk found of one required paper: in order, or what is wrong and how to put it right."""

    key: str
    state: MaterialState
    defect: str = ""
    remedy: str = ""


def check_materials(*, case: Case, findings: Sequence[Finding], actor: Actor, now: datetime) -> None:
    """Record what the desk found of required papers, all of it or nothing."""
    with changing(case=case, verb="check_material", actor=actor, now=now) as change:
        now = change.now
        required = {material.key: material for material in change.case.materials.select_for_update()}
        for finding in findings:
            material = required[finding.key]
            wrong = finding.state in (MaterialState.DEFECT, MaterialState.MISSING)
            material.state = finding.state
            material.defect = finding.defect if wrong else ""
            material.remedy = finding.remedy if wrong else ""
            material.save(update_fields=["state", "defect", "remedy"])
            append_event(
                case=change.case,
                verb="case.check_material",
                actor=actor,
                now=now,
                data={"key": finding.key, "state": finding.state, "defect": material.defect},
            )


def check_material(*, case: Case, key: str, state: MaterialState, actor: Actor, now: datetime) -> None:
    check_materials(case=case, findings=[Finding(key, state)], actor=actor, now=now)


def list_required(case: Case, application: Application) -> None:
    """Write the rows of required papers of a case that is being submitted, each with what was handed in."""
    handed = {paper.key for paper in papers_in_force(application)}
    rows = [
        CaseMaterial(
            case=case,
            key=material.key,
            name=material.name,
            necessity=material.necessity,
            state=_first_state(material, handed, by_mandate=application.mandate_id is not None),
            order=order,
        )
        for order, material in enumerate(required_materials(case, application))
    ]
    CaseMaterial.objects.bulk_create(rows)


def hand_in_forms(application: Application, cases: list[Case], *, actor: Actor, now: datetime) -> None:
    """The forms and promises that the answers and the declaration make are handed in by submitting them.

    A paper that needs a consent of its own is there only if that consent was given (`record_consents`).
    """
    handed = {paper.key for paper in papers_in_force(application)}
    by_mandate = application.mandate_id is not None
    names = {
        material.key: material.name
        for case in cases
        for material in required_materials(case, application)
        if paper_way(material, by_mandate=by_mandate) is PaperWay.FORM and material.key not in handed
    }
    HandedPaper.objects.bulk_create(
        HandedPaper(application=application, key=key, name=name, handed_by_id=actor.user_id, handed_at=now)
        for key, name in names.items()
    )


def _first_state(material: Material, handed: set[str], *, by_mandate: bool) -> MaterialState:
    if paper_way(material, by_mandate=by_mandate) in (PaperWay.SHARED, PaperWay.MANDATE):
        return MaterialState.SHARED
    return MaterialState.PROVIDED if material.key in handed else MaterialState.MISSING
