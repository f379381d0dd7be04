"""A one-thing package as its reader sees it: who does what by when, one list of papers, one form."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from catalog import codes
from catalog.content import ItemContent, Situation
from catalog.packages import Package, Part
from catalog.together import SharedField, SharedMaterial, shared_form, shared_materials, shared_situations
from flow.calendar import WorkCalendar
from flow.clocks import Due

from .dates import GuideDates, guide_dates, limit_words
from .papers import ChecklistLine, known_answers, line_of, option_labels


@dataclass(frozen=True)
class PartRow:
    """One item; the dates are those of its own clock when it is accepted today."""

    part: Part
    chosen: bool
    decided_by: str
    promised: str
    dates: GuideDates


@dataclass(frozen=True)
class PaperRow:
    """One paper. `facts` is the first item that needs it (its blank form is drawn there); `needed_by`: all names."""

    line: ChecklistLine
    facts: ItemContent
    needed_by: tuple[str, ...]


@dataclass(frozen=True)
class FormSection:
    title: str
    questions: tuple[str, ...]


@dataclass(frozen=True)
class PackageGuide:
    """Everything about the chosen parts. `questions_apart`: how many questions the items would ask one by one."""

    parts: list[PartRow]
    answers: dict[str, str]
    situations: tuple[Situation, ...]
    own_papers: list[PaperRow]
    fetched_papers: list[PaperRow]
    application_forms: list[str]
    sections: list[FormSection]
    questions: int
    questions_apart: int
    latest: Due | None
    is_provisional: bool
    visits: int
    is_free: bool
    contents: list[tuple[str, str]]

    @property
    def chosen(self) -> list[PartRow]:
        return [row for row in self.parts if row.chosen]


def build_package_guide(
    package: Package, *, keys: Collection[str], answers: Mapping[str, str], now: datetime, calendar: WorkCalendar
) -> PackageGuide:
    """`keys` name the parts that may be left out and are wanted, none: all. Unknown keys and answers are ignored."""
    chosen = package.chosen(set(keys))
    contents = [part.facts for part in chosen]
    every = shared_situations(contents)
    asked = tuple(situation for situation in every if situation.key not in package.given)
    told = known_answers(asked, answers)
    materials = shared_materials(contents, {**package.given, **told})
    rows = [_part(part, part in chosen, now=now, calendar=calendar) for part in package.parts]
    papers = [_paper(shared, contents, option_labels(every)) for shared in materials if not shared.is_application_form]
    form = shared_form(contents, {**package.given, **told})
    ends = [row.dates.latest for row in rows if row.chosen and row.dates.latest]
    return PackageGuide(
        parts=rows,
        answers=told,
        situations=asked,
        own_papers=[row for row in papers if not row.line.material.shared],
        fetched_papers=[row for row in papers if row.line.material.shared],
        application_forms=[shared.material.name for shared in materials if shared.is_application_form],
        sections=_sections(form),
        questions=len(form),
        questions_apart=sum(len(shared.items) for shared in form),
        latest=max(ends, key=lambda due: due.on, default=None),
        is_provisional=any(row.dates.is_provisional for row in rows if row.chosen),
        visits=max((part.facts.visits for part in chosen), default=0),
        is_free=not any(part.facts.fees for part in chosen),
        contents=_contents(package),
    )


def _part(part: Part, chosen: bool, *, now: datetime, calendar: WorkCalendar) -> PartRow:
    facts = part.facts
    level = codes.label("deciding_level", facts.deciding_level)
    return PartRow(
        part=part,
        chosen=chosen,
        decided_by=facts.department if facts.deciding_level == "county" else level,
        promised=limit_words(facts.promised_limit),
        dates=guide_dates(facts, now=now, calendar=calendar),
    )


def _paper(shared: SharedMaterial, contents: list[ItemContent], labels: dict[str, str]) -> PaperRow:
    needing = [content for content in contents if content.key in shared.items]
    everybody = len(needing) == len(contents) > 1
    names = (_("all of them"),) if everybody else tuple(content.name for content in needing)
    return PaperRow(line_of(shared.material, labels), needing[0], names)


def _sections(form: tuple[SharedField, ...]) -> list[FormSection]:
    titles = dict.fromkeys(shared.field.section for shared in form)
    return [
        FormSection(title, tuple(shared.field.label for shared in form if shared.field.section == title))
        for title in titles
    ]


def _contents(package: Package) -> list[tuple[str, str]]:
    parts = [
        ("parts", _("What is done together"), True),
        ("materials", _("One set of papers"), True),
        ("form", _("One form"), True),
        ("dates", _("When it is done"), True),
        ("notes", _("Please note"), package.one_thing.notes),
    ]
    return [(anchor, heading) for anchor, heading, there in parts if there]
