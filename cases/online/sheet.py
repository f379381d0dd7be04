"""What a draft asks of the person: questions, answers and papers of all its items, each asked once (R13)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from cases.models import Application, Case, HandedPaper
from cases.rules.papers import PaperWay, paper_way
from catalog.content import FormField, ItemContent, Material, Situation

AGENT_QUESTION = "agent"  # answered by whether a mandate is used


@dataclass(frozen=True)
class PaperLine:
    """One required paper of the application; `item_key` is the first item that asks for it."""

    material: Material
    item_key: str
    way: PaperWay
    handed: HandedPaper | None

    @property
    def is_asked(self) -> bool:
        return self.way is PaperWay.UPLOAD


@dataclass(frozen=True)
class AskedQuestion:
    case: Case
    situation: Situation
    answer: str

    @property
    def shown(self) -> str:
        return next((o.label for o in self.situation.options if o.key == self.answer), "")


def open_questions(facts: ItemContent) -> tuple[Situation, ...]:
    """The situation questions a person is asked; who acts follows from the mandate."""
    return tuple(s for s in facts.situations if s.key != AGENT_QUESTION)


def derived_answers(facts: ItemContent, *, by_mandate: bool) -> dict[str, str]:
    if not any(s.key == AGENT_QUESTION for s in facts.situations):
        return {}
    return {AGENT_QUESTION: "agent" if by_mandate else "self"}


class Sheet:
    """Reads one application with three queries; nothing is changed here."""

    def __init__(self, application: Application) -> None:
        self.application = application
        self.cases = list(application.cases.select_related("item", "version", "unit__region").order_by("id"))
        current = application.papers.filter(replaced_at=None).select_related("file")
        self.handed = {paper.key: paper for paper in current}

    def situation_of(self, case: Case) -> dict[str, str]:
        answers: dict[str, str] = self.application.situations.get(case.item.key, {})
        return answers

    @cached_property
    def questions(self) -> list[AskedQuestion]:
        return [
            AskedQuestion(case, situation, self.situation_of(case).get(situation.key, ""))
            for case in self.cases
            for situation in open_questions(case.version.facts)
        ]

    @cached_property
    def fields(self) -> list[FormField]:
        asked: dict[str, FormField] = {}
        for case in self.cases:
            for one in case.version.facts.form_for(self.situation_of(case)):
                asked.setdefault(one.key, one)
        return list(asked.values())

    @cached_property
    def sections(self) -> dict[str, list[FormField]]:
        found: dict[str, list[FormField]] = {}
        for one in self.fields:
            found.setdefault(one.section, []).append(one)
        return found

    @cached_property
    def papers(self) -> list[PaperLine]:
        lines: dict[str, PaperLine] = {}
        by_mandate = self.application.mandate_id is not None
        for case in self.cases:
            for material in case.version.facts.materials_for(self.situation_of(case)):
                way = paper_way(material, by_mandate=by_mandate)
                line = PaperLine(material, case.item.key, way, self.handed.get(material.key))
                lines.setdefault(material.key, line)
        return list(lines.values())

    @property
    def asked_papers(self) -> list[PaperLine]:
        return [line for line in self.papers if line.is_asked]

    def ways(self, *ways: PaperWay) -> list[PaperLine]:
        return [line for line in self.papers if line.way in ways]

    def field(self, key: str) -> FormField | None:
        return next((one for one in self.fields if one.key == key), None)

    def paper(self, key: str) -> PaperLine | None:
        return next((line for line in self.asked_papers if line.material.key == key), None)

    def answer(self, key: str) -> str:
        return str(self.application.answers.get(key) or "")

    def unanswered(self, among: Iterable[FormField]) -> list[FormField]:
        """Required fields without an answer."""
        return [one for one in among if one.required and not self.answer(one.key)]

    @property
    def missing_papers(self) -> list[PaperLine]:
        return [line for line in self.asked_papers if line.handed is None]
