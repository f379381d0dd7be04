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
from .papers import ChecklistLine, checklist, known_answers
from .steps import step_rows
from .strip import fact_strip
from .ways import Way, special_ways

__all__ = ["Guide", "build_guide", "limit_words"]


@dataclass(frozen=True)
class Guide:
    """Everything `templates/catalog/guide_body.html` shows besides the facts themselves."""

    strip: list[dict[str, str]]
    basics: list[dict[str, str]]
    own_papers: list[ChecklistLine]
    fetched_papers: list[ChecklistLine]
    answers: dict[str, str]
    steps: list[dict[str, Any]]
    ways: list[Way]
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
    known = known_answers(facts.situations, answers or {})
    papers, ways = checklist(facts, known), special_ways(facts)
    return Guide(
        strip=fact_strip(facts),
        basics=basic_facts(facts),
        own_papers=[line for line in papers if not line.material.shared],
        fetched_papers=[line for line in papers if line.material.shared],
        answers=known,
        steps=step_rows(facts),
        ways=ways,
        dates=guide_dates(facts, now=now, calendar=calendar),
        promised=limit_words(facts.promised_limit),
        statutory=limit_words(facts.statutory_limit),
        delivery="、".join(codes.label("delivery_mode", mode) for mode in facts.delivery_modes),
        remedies=remedy_rows(facts),
        contents=_contents(facts, ways),
    )


def _contents(facts: ItemContent, ways: list[Way]) -> list[tuple[str, str]]:
    """Anchors and headings, in the order of the page; parts without content are left out."""
    parts = [
        ("conditions", _("Who can apply"), facts.conditions),
        ("materials", _("Papers to bring"), facts.materials),
        ("steps", _("Procedure"), facts.steps),
        ("dates", _("Time limits"), True),
        ("ways", _("Special ways"), ways),
        ("fees", _("Fees"), True),
        ("result", _("What you get"), facts.result.name),
        ("places", _("Where to go"), True),
        ("basis", _("Legal basis of the item"), facts.basis),
        ("questions", _("Frequent questions"), facts.questions),
        ("remedy", _("If you do not agree"), True),
        ("privacy", _("Your personal data"), facts.privacy_purpose),
    ]
    return [(anchor, heading) for anchor, heading, there in parts if there]
