"""A published item as the reader of its guide sees it: words and dates made from `ItemContent`, in guide order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from catalog import codes
from catalog.content import ItemContent
from flow.calendar import WorkCalendar

from .basics import basic_facts, remedy_rows
from .dates import GuideDates, guide_dates, limit_words
from .papers import ChecklistLine, checklist
from .strip import fact_strip

__all__ = ["Guide", "build_guide", "limit_words"]


@dataclass(frozen=True)
class Guide:
    """Everything `templates/catalog/guide_body.html` shows besides the facts themselves."""

    strip: list[dict[str, str]]
    basics: list[dict[str, str]]
    own_papers: list[ChecklistLine]
    fetched_papers: list[ChecklistLine]
    answers: dict[str, str]
    steps: list[dict[str, str]]
    dates: GuideDates
    promised: str
    statutory: str
    delivery: str
    remedies: list[dict[str, str]]
    contents: list[tuple[str, str]]


def build_guide(
    facts: ItemContent, *, now: datetime, calendar: WorkCalendar, answers: dict[str, str] | None = None
) -> Guide:
    """`answers` to the situation questions leave only the papers they make necessary; unknown ones are ignored."""
    known = _known(facts, answers or {})
    papers = checklist(facts, known)
    return Guide(
        strip=fact_strip(facts),
        basics=basic_facts(facts),
        own_papers=[line for line in papers if not line.material.shared],
        fetched_papers=[line for line in papers if line.material.shared],
        answers=known,
        steps=[_step(step) for step in facts.steps],
        dates=guide_dates(facts, now=now, calendar=calendar),
        promised=limit_words(facts.promised_limit),
        statutory=limit_words(facts.statutory_limit),
        delivery="、".join(codes.label("delivery_mode", mode) for mode in facts.delivery_modes),
        remedies=remedy_rows(facts),
        contents=_contents(facts),
    )


def _known(facts: ItemContent, answers: dict[str, str]) -> dict[str, str]:
    offered = {s.key: {option.key for option in s.options} for s in facts.situations}
    return {key: option for key, option in answers.items() if option in offered.get(key, ())}


def _step(step: Any) -> dict[str, str]:
    who = codes.label("deciding_level", step.level)
    notes = [_("By: %(unit)s") % {"unit": who}, step.note]
    if step.output:
        notes.append(_("You get: %(paper)s") % {"paper": step.output})
    return {
        "name": step.name,
        "days": limit_words(step.limit) if step.limit else "",
        "note": "。".join(note.rstrip("。") for note in notes if note) + "。",
    }


def _contents(facts: ItemContent) -> list[tuple[str, str]]:
    """Anchors and headings, in the order of the page; parts without content are left out."""
    parts = [
        ("conditions", _("Who can apply"), facts.conditions),
        ("materials", _("Papers to bring"), facts.materials),
        ("steps", _("Procedure"), facts.steps),
        ("dates", _("Time limits"), True),
        ("fees", _("Fees"), True),
        ("result", _("What you get"), facts.result.name),
        ("places", _("Where to go"), True),
        ("basis", _("Legal basis of the item"), facts.basis),
        ("questions", _("Frequent questions"), facts.questions),
        ("remedy", _("If you do not agree"), True),
        ("privacy", _("Your personal data"), facts.privacy_purpose),
    ]
    return [(anchor, heading) for anchor, heading, there in parts if there]
