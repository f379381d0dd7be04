"""Rules on the procedure: special procedures, parallel steps, who checks on site, how long it may take (V15–V22)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from django.utils.translation import gettext as _

from catalog.choices import STATUTORY_PROCEDURES, ProcedureKind
from catalog.content import ItemContent, Limit, Step
from catalog.gate.rules import Rule
from catalog.lengths import is_longer, length, time_of

ON_SITE = ("site_check", "survey")
LOWER = {"county": ("village", "town"), "town": ("village",), "village": ()}
TWO_STAFF = 2
DECISION, JOINT_DECISION = 20, 45  # working days: 行政许可法 Art. 42
LOWER_REVIEW, EXTENSION, JOINT_EXTENSION = 20, 10, 15  # working days: 行政许可法 Art. 43, 42


def v15_special_procedures(content: ItemContent) -> Iterator[str]:
    """V15 行政许可法 第45条"""
    kinds = [procedure.kind for procedure in content.special_procedures]
    for procedure in content.special_procedures:
        word = ProcedureKind(procedure.kind).label
        if content.is_licence and procedure.kind not in STATUTORY_PROCEDURES:
            yield _("“%(kind)s” cannot stop the time limit of a licence: delete it.") % {"kind": word}
        if not procedure.basis:
            yield _("The special procedure “%(kind)s” has no legal basis.") % {"kind": word}
        if not procedure.max_days:
            yield _("Say how long the special procedure “%(kind)s” takes at most.") % {"kind": word}
        if kinds.count(procedure.kind) > 1:
            yield _("The special procedure “%(kind)s” stands twice: keep one.") % {"kind": word}
    if content.hearing_right and "hearing" not in kinds:
        yield _("Others may ask for a hearing: add “hearing” to the special procedures, or its time would be counted.")


def v16_parallel(content: ItemContent) -> Iterator[str]:
    """V16 行政许可法 第26条"""
    runs = [(word, list(steps)) for word, steps in groupby(content.steps, key=lambda step: step.parallel) if word]
    words = [word for word, _steps in runs]
    for word, steps in runs:
        if words.count(word) > 1:
            yield _("The steps with the word “%(word)s” run side by side: let them follow each other.") % {"word": word}
        elif len(steps) == 1:
            yield _("“%(step)s” runs beside nothing: delete the word “%(word)s”, or give it to another step too.") % {
                "step": steps[0].name,
                "word": word,
            }
        for step in steps:
            if step.kind in ("accept", "approve", "conclude", "deliver"):
                yield _("“%(step)s” cannot run beside other steps: delete its word.") % {"step": step.name}
    if content.joint_handling and not any(step.department for step in content.steps):
        yield _("It is handled jointly, but no step names another department: add it, or switch joint handling off.")


def v17_departments(content: ItemContent) -> Iterator[str]:
    """V17 行政许可法 第26条"""
    for step in content.steps:
        if not step.department:
            continue
        told = {"step": step.name, "department": step.department}
        if step.level != "county":
            yield (
                _("“%(step)s” is done by “%(department)s”, a department of the county: set its level to county.") % told
            )
        if step.department == content.department:
            yield _("“%(step)s” names the item's own department: leave the other department empty.") % told
        if step.kind in ("accept", "approve", "conclude"):
            yield _("“%(step)s” belongs to the unit that decides: leave the other department empty.") % told


def v18_on_site(content: ItemContent) -> Iterator[str]:
    """V18 行政许可法 第34条"""
    for step in content.steps:
        if step.kind in ON_SITE and step.min_staff < TWO_STAFF:
            yield _("“%(step)s” looks at the facts on site: at least two staff go there.") % {"step": step.name}


def v19_publicity(content: ItemContent) -> Iterator[str]:
    """V19"""
    for step in content.steps:
        if step.kind == "publicity" and not (step.limit and step.limit.n):
            yield _("Say how long “%(step)s” lasts.") % {"step": step.name}


def v20_lower_review(content: ItemContent) -> Iterator[str]:
    """V20 行政许可法 第43条"""
    if not content.is_licence:
        return
    lower = [step for step in content.stages if step.level in LOWER[content.deciding_level]]
    if time_of(lower) > length(Limit(LOWER_REVIEW)):
        yield _(
            "The lower level may take twenty working days at most before it passes a licence on: shorten its steps."
        )


def v21_steps_within_limit(content: ItemContent) -> Iterator[str]:
    """V21"""
    counted = [step for step in up_to_decision(content) if step.counts_in_limit]
    if time_of(counted) > length(content.promised_limit):
        yield _("The steps up to the decision together take longer than the promised limit: shorten them.")
    under_law = up_to_decision(content) if content.time_regime == "licensing" else counted
    if time_of(under_law) > length(content.statutory_limit):
        yield _("The steps up to the decision together take longer than the statutory limit: shorten them.")


def v22_extension(content: ItemContent) -> Iterator[str]:
    """V22 行政许可法 第42条"""
    most = JOINT_EXTENSION if content.joint_handling else EXTENSION
    if content.time_regime == "licensing" and content.extension_days > most:
        yield _("A licence may be extended by %(days)s working days at most.") % {"days": most}


def v26_decision(content: ItemContent) -> Iterator[str]:
    """V26 行政许可法 第42条"""
    most = JOINT_DECISION if content.joint_handling else DECISION
    longer = is_longer(content.statutory_limit, Limit(most))
    if content.time_regime == "licensing" and longer and "《" not in content.statutory_limit.note:
        yield _(
            "A licence is decided within %(days)s working days. Where a law or regulation allows more, name it with"
            " 《》 in the note of the limit."
        ) % {"days": most}


def up_to_decision(content: ItemContent) -> tuple[Step, ...]:
    """Acceptance, stages, decision: what has to fit into the limits."""
    ends = [step for step in content.steps if step.kind in ("accept", "approve")]
    return (*ends[:1], *content.stages, *ends[1:])


PROCEDURE_RULES: tuple[Rule, ...] = (
    v15_special_procedures,
    v16_parallel,
    v17_departments,
    v18_on_site,
    v19_publicity,
    v20_lower_review,
    v21_steps_within_limit,
    v22_extension,
    v26_decision,
)
