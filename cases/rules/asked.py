"""What an application asks for, once for all its cases (R13). Pure: the pages online, the sheet of the window and the
door read the same lists, and the answer to a shared question reaches every item that asks it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cases.models import Application, Case
from catalog.content import ItemContent, Situation
from catalog.together import (
    SharedField,
    SharedMaterial,
    shared_form,
    shared_materials,
    shared_situations,
)

Situations = dict[str, dict[str, str]]


def given_answers(application: Application) -> dict[str, str]:
    """Answers that go without saying in the package applied for; they are not asked."""
    return application.one_thing.given if application.one_thing else {}


def told_answers(application: Application) -> dict[str, str]:
    """Every answer to a situation question by its key: the same question of two items has one answer."""
    told = given_answers(application)
    for answers in application.situations.values():
        told |= answers
    return told


def spread(contents: Iterable[ItemContent], answers: Mapping[str, str]) -> Situations:
    """What each item is told of the answers: those of its own questions, and only options that it offers."""
    found: Situations = {}
    for content in contents:
        offered = {(situation.key, option.key) for situation in content.situations for option in situation.options}
        found[content.key] = {key: option for key, option in answers.items() if (key, option) in offered}
    return found


def contents_of(cases: Iterable[Case]) -> list[ItemContent]:
    return [case.version.facts for case in cases]


def asked_situations(application: Application, contents: Iterable[ItemContent]) -> tuple[Situation, ...]:
    given = given_answers(application)
    return tuple(situation for situation in shared_situations(contents) if situation.key not in given)


def asked_fields(application: Application, contents: Iterable[ItemContent]) -> list[SharedField]:
    """What is certainly asked; a question that hangs on a situation not answered yet comes with the answer."""
    form = shared_form(contents, told_answers(application))
    return [shared for shared in form if not shared.field.situations]


def asked_papers(application: Application, contents: Iterable[ItemContent]) -> list[SharedMaterial]:
    materials = shared_materials(contents, told_answers(application))
    return [shared for shared in materials if not shared.material.situations]
