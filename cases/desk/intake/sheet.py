"""One intake as one sheet: what several items share stands in it once (R13: enter once)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from cases.handed import papers_in_force
from cases.models import Application, Case, HandedPaper
from cases.rules.asked import (
    asked_fields,
    asked_papers,
    asked_situations,
    contents_of,
    spread,
    told_answers,
)
from catalog.content import FormField, ItemContent, Material, Situation


@dataclass(frozen=True)
class SheetPaper:
    """A required paper with the names of the items that need it."""

    material: Material
    items: tuple[str, ...]
    paper: HandedPaper | None

    @property
    def is_shared(self) -> bool:
        return len(self.items) > 1


@dataclass(frozen=True)
class SheetField:
    field: FormField
    items: tuple[str, ...]


@dataclass(frozen=True)
class SheetSituation:
    """A question that chooses papers, asked once for all items that ask it."""

    situation: Situation
    items: tuple[str, ...]
    answer: str


@dataclass(frozen=True)
class Missing:
    """What one case still lacks, by name."""

    case: Case
    papers: list[str] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    situations: list[str] = field(default_factory=list)

    @property
    def is_complete(self) -> bool:
        return not (self.papers or self.answers or self.situations)

    @property
    def count(self) -> int:
        return len(self.papers) + len(self.answers) + len(self.situations)


@dataclass(frozen=True)
class Sheet:
    application: Application
    cases: list[Case]
    papers: list[SheetPaper]
    fields: list[SheetField]
    situations: list[SheetSituation]
    missing: list[Missing]


def read_sheet(application: Application) -> Sheet:
    """Everything in a number of queries that does not grow with the items."""
    cases = list(application.cases.select_related("unit").with_item().order_by("id"))
    handed = {p.key: p for p in papers_in_force(application)}
    contents = contents_of(cases)
    names = {content.key: content.name for content in contents}
    return Sheet(
        application=application,
        cases=cases,
        papers=_papers(application, contents, names, handed),
        fields=_fields(application, contents, names),
        situations=_situations(application, contents),
        missing=[_missing(application, case, handed) for case in cases],
    )


def _papers(
    application: Application, contents: list[ItemContent], names: dict[str, str], handed: dict[str, HandedPaper]
) -> list[SheetPaper]:
    rows = [
        SheetPaper(shared.material, _named(shared.items, names), handed.get(shared.material.key))
        for shared in asked_papers(application, contents)
    ]
    return sorted(rows, key=lambda row: (row.material.shared, -len(row.items)))


def _fields(application: Application, contents: list[ItemContent], names: dict[str, str]) -> list[SheetField]:
    rows = [SheetField(shared.field, _named(shared.items, names)) for shared in asked_fields(application, contents)]
    return sorted(rows, key=lambda row: -len(row.items))


def _situations(application: Application, contents: list[ItemContent]) -> list[SheetSituation]:
    told = told_answers(application)
    return [
        SheetSituation(
            situation=situation,
            items=tuple(c.name for c in contents if any(s.key == situation.key for s in c.situations)),
            answer=told.get(situation.key, ""),
        )
        for situation in asked_situations(application, contents)
    ]


def _named(keys: Iterable[str], names: dict[str, str]) -> tuple[str, ...]:
    return tuple(names[key] for key in keys)


def _missing(application: Application, case: Case, handed: dict[str, HandedPaper]) -> Missing:
    facts, answers = case.version.facts, told_answers(application)
    papers = [m for m in facts.materials_for(answers) if m.necessity == 1 and not m.shared and m.key not in handed]
    fields = [f for f in facts.form_for(answers) if f.required and application.answers.get(f.key) in (None, "")]
    return Missing(
        case=case,
        papers=[m.name for m in papers],
        answers=[f.label for f in fields],
        situations=[s.question for s in facts.situations if s.key not in answers],
    )


def situation_answers(sheet: Sheet, chosen: dict[str, str]) -> dict[str, dict[str, str]]:
    """For every item the answers to its questions; a shared one reaches every item that asks it."""
    answered = {key: option for key, option in chosen.items() if option}
    return spread(contents_of(sheet.cases), {**told_answers(sheet.application), **answered})
