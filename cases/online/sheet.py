"""What a draft asks of the person: questions, answers and papers of all its items, each asked once (R13)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from cases.handed import papers_in_force
from cases.models import Application, HandedPaper
from cases.rules.asked import asked_fields, asked_papers, asked_situations, contents_of, told_answers
from cases.rules.papers import PaperWay, paper_way
from catalog.content import FormField, Material, Situation

AGENT_QUESTION = "agent"  # answered by whether a mandate is used


@dataclass(frozen=True)
class PaperLine:
    """One required paper of the application; `item_key` is the first item that asks for it, `items` names all."""

    material: Material
    item_key: str
    items: tuple[str, ...]
    way: PaperWay
    handed: HandedPaper | None

    @property
    def is_asked(self) -> bool:
        return self.way is PaperWay.UPLOAD


@dataclass(frozen=True)
class AskedQuestion:
    situation: Situation
    answer: str

    @property
    def shown(self) -> str:
        return next((o.label for o in self.situation.options if o.key == self.answer), "")


def derived_answers(*, by_mandate: bool) -> dict[str, str]:
    """Who acts is not asked: it follows from the mandate. Items that do not ask take no notice."""
    return {AGENT_QUESTION: "agent" if by_mandate else "self"}


def open_questions(situations: Iterable[Situation]) -> tuple[Situation, ...]:
    return tuple(situation for situation in situations if situation.key != AGENT_QUESTION)


class Sheet:
    """Reads one application with three queries; nothing is changed here."""

    def __init__(self, application: Application) -> None:
        self.application = application
        self.cases = list(application.cases.select_related("unit__region").with_item().order_by("id"))
        self.contents = contents_of(self.cases)
        self.handed = {paper.key: paper for paper in papers_in_force(application)}

    @cached_property
    def questions(self) -> list[AskedQuestion]:
        told = told_answers(self.application)
        asked = open_questions(asked_situations(self.application, self.contents))
        return [AskedQuestion(situation, told.get(situation.key, "")) for situation in asked]

    @cached_property
    def fields(self) -> list[FormField]:
        return [shared.field for shared in asked_fields(self.application, self.contents)]

    @cached_property
    def sections(self) -> dict[str, list[FormField]]:
        found: dict[str, list[FormField]] = {}
        for one in self.fields:
            found.setdefault(one.section, []).append(one)
        return found

    @cached_property
    def papers(self) -> list[PaperLine]:
        names = {content.key: content.name for content in self.contents}
        by_mandate = self.application.mandate_id is not None
        return [
            PaperLine(
                material=shared.material,
                item_key=shared.items[0],
                items=tuple(names[key] for key in shared.items),
                way=paper_way(shared.material, by_mandate=by_mandate),
                handed=self.handed.get(shared.material.key),
            )
            for shared in asked_papers(self.application, self.contents)
        ]

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
