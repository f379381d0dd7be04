"""A case as its page shows it: facts, answers, papers, time line. Everything masked; nothing decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from accounts.models import Role
from cases.actions import EVENTS
from cases.desk.wording import MATERIAL_TONES
from cases.models import Case, CaseEvent, CaseMaterial, HandedPaper, OfficialDocument
from cases.rules.amending import sent_online
from cases.rules.answers import shown_answer
from catalog.content import FormField
from core.masking import mask_account, mask_address, mask_id_number, mask_name, mask_phone

MASKS = {
    "phone": mask_phone,
    "id_number": mask_id_number,
    "bank_account": mask_account,
    "address": mask_address,
}
QUIET = ("case.check_material",)


@dataclass(frozen=True)
class Row:
    """One line of facts; `is_masked` tells that more can be shown with a reason."""

    key: str
    label: str
    value: str
    is_masked: bool = False


def holder_rows(case: Case, revealed: Mapping[str, str]) -> list[Row]:
    person = case.applicant
    shown = [
        ("name", _("name of the person"), mask_name(person.name)),
        ("id_number", _("identity number"), mask_id_number(person.id_number)),
        ("phone", _("mobile phone"), mask_phone(person.phone)),
        ("region", _("Village or community"), case.region.full_name),
        ("address", _("address"), mask_address(person.address) if person.address else ""),
    ]
    rows = [
        Row(key, label, revealed.get(key, value), bool(value) and key not in revealed and key != "region")
        for key, label, value in shown
    ]
    if person.id_number_override:
        rows.append(Row("override", _("Odd number accepted because"), person.id_number_override))
    return rows


def answer_text(field: FormField, value: Any) -> str:
    """A stored answer in words."""
    if value in (None, ""):
        return ""
    if field.kind == "yes_no":
        return _("Yes") if value in ("yes", True, "true", "1") else _("No")
    return shown_answer(field, str(value))


def answer_rows(case: Case, *, in_full: bool) -> list[Row]:
    """The answers this item asks for, sensitive ones masked until they are asked for with a reason."""
    application = case.application
    situation = application.situations.get(case.version.facts.key, {})
    rows = []
    for field in case.version.facts.form_for(situation):
        text = answer_text(field, application.answers.get(field.key))
        mask = MASKS.get(field.kind) or (mask_name if field.sensitive and len(text) <= 4 else None)
        hide = bool(text) and not in_full and (mask is not None or field.sensitive)
        shown = (mask(text) if mask else "****") if hide else text
        rows.append(Row(field.key, field.label, shown, hide))
    return rows


def situation_rows(case: Case) -> list[Row]:
    answers = case.application.situations.get(case.version.facts.key, {})
    rows = []
    for situation in case.version.facts.situations:
        labels = {option.key: option.label for option in situation.options}
        rows.append(Row(situation.key, situation.question, labels.get(answers.get(situation.key, ""), "")))
    return rows


@dataclass(frozen=True)
class PaperRow:
    """One required paper with what was handed in for it."""

    material: CaseMaterial
    paper: HandedPaper | None
    standard: str
    tone: str
    demand: str
    is_online: bool = False  # there as a file: it may not be demanded on paper once more (R14)


def paper_rows(case: Case, materials: Iterable[CaseMaterial], papers: Iterable[HandedPaper]) -> list[PaperRow]:
    handed = {paper.key: paper for paper in papers}
    facts = {material.key: material for material in case.version.facts.materials}
    rows = []
    for material in materials:
        fact, paper = facts.get(material.key), handed.get(material.key)
        rows.append(
            PaperRow(
                material=material,
                paper=paper,
                standard=fact.standard if fact else "",
                tone=MATERIAL_TONES.get(material.state, ""),  # type: ignore[call-overload]  # its keys are the values
                demand={2: _("not necessary"), 3: _("may be supplied later")}.get(material.necessity, ""),
                is_online=paper is not None and bool(sent_online([paper])) and (fact is None or fact.form != "paper"),
            )
        )
    return rows


@dataclass(frozen=True)
class Moment:
    """One entry of the time line."""

    title: str
    at: datetime
    who: str
    on_behalf_of: str = ""
    text: str = ""
    details: str = ""
    documents: tuple[OfficialDocument, ...] = ()
    is_quiet: bool = False


def timeline(
    events: Iterable[CaseEvent], documents: Iterable[OfficialDocument], names: Mapping[str, str]
) -> list[Moment]:
    """Newest first. Documents stand at the event of the same moment."""
    waiting = list(documents)
    moments = []
    for event in events:
        here = tuple(doc for doc in waiting if doc.issued_at == event.at and event.verb not in QUIET)
        waiting = [doc for doc in waiting if doc not in here]
        moments.append(
            Moment(
                title=str(EVENTS.get(event.verb, event.verb)),
                at=event.at,
                who=_who(event),
                on_behalf_of=mask_name(event.on_behalf_of) if event.on_behalf_of else "",
                text=event.opinion,
                details=names.get(event.data.get("key", ""), ""),
                documents=here,
                is_quiet=event.verb in QUIET,
            )
        )
    return moments[::-1]


def _who(event: CaseEvent) -> str:
    role = Role(event.actor_role).label if event.actor_role in Role.values else ""
    name = event.actor_name if event.actor_role else mask_name(event.actor_name)
    return " · ".join(str(part) for part in (event.unit_name, role, name) if part)
