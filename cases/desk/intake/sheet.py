"""One intake as one sheet: what several items share stands in it once (R13: enter once)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from cases.models import Application, Case, HandedPaper
from catalog.content import FormField, Material, Situation


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
    """A question that chooses papers, asked once for every item that asks it with the same options."""

    name: str
    situation: Situation
    item_keys: tuple[str, ...]
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
    cases = list(application.cases.select_related("item", "version", "unit").order_by("id"))
    handed = {p.key: p for p in application.papers.filter(replaced_at=None).select_related("file")}
    return Sheet(
        application=application,
        cases=cases,
        papers=_papers(application, cases, handed),
        fields=_fields(application, cases),
        situations=_situations(application, cases),
        missing=[_missing(application, case, handed) for case in cases],
    )


def situation_of(application: Application, case: Case) -> dict[str, str]:
    answers: dict[str, str] = application.situations.get(case.item.key, {})
    return answers


def _papers(application: Application, cases: Iterable[Case], handed: dict[str, HandedPaper]) -> list[SheetPaper]:
    found: dict[str, tuple[Material, list[str]]] = {}
    for case in cases:
        for material in case.version.facts.materials_for(situation_of(application, case)):
            found.setdefault(material.key, (material, []))[1].append(case.version.name)
    rows = [SheetPaper(material, tuple(items), handed.get(key)) for key, (material, items) in found.items()]
    return sorted(rows, key=lambda row: (row.material.shared, -len(row.items)))


def _fields(application: Application, cases: Iterable[Case]) -> list[SheetField]:
    found: dict[str, tuple[FormField, list[str]]] = {}
    for case in cases:
        for one in case.version.facts.form_for(situation_of(application, case)):
            found.setdefault(one.key, (one, []))[1].append(case.version.name)
    rows = [SheetField(one, tuple(items)) for one, items in found.values()]
    return sorted(rows, key=lambda row: -len(row.items))


def _situations(application: Application, cases: Iterable[Case]) -> list[SheetSituation]:
    found: dict[str, SheetSituation] = {}
    for case in cases:
        for situation in case.version.facts.situations:
            name = "-".join([situation.key, *(option.key for option in situation.options)])
            answer = situation_of(application, case).get(situation.key, "")
            known = found.get(name)
            found[name] = SheetSituation(
                name=name,
                situation=known.situation if known else situation,
                item_keys=(*(known.item_keys if known else ()), case.item.key),
                items=(*(known.items if known else ()), case.version.name),
                answer=(known.answer if known else "") or answer,
            )
    return list(found.values())


def _missing(application: Application, case: Case, handed: dict[str, HandedPaper]) -> Missing:
    facts, answers = case.version.facts, situation_of(application, case)
    papers = [m for m in facts.materials_for(answers) if m.necessity == 1 and not m.shared and m.key not in handed]
    fields = [f for f in facts.form_for(answers) if f.required and application.answers.get(f.key) in (None, "")]
    return Missing(
        case=case,
        papers=[m.name for m in papers],
        answers=[f.label for f in fields],
        situations=[s.question for s in facts.situations if s.key not in answers],
    )


def situation_answers(sheet: Sheet, chosen: dict[str, str]) -> Iterator[tuple[str, dict[str, str]]]:
    """For every item the answers to its questions, `chosen` by the sheet's names: shared ones reach every item."""
    for case in sheet.cases:
        answers = dict(situation_of(sheet.application, case))
        for row in sheet.situations:
            if case.item.key in row.item_keys and chosen.get(row.name):
                answers[row.situation.key] = chosen[row.name]
        yield case.item.key, answers
