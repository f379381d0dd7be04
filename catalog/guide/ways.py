"""特别办理方式: what an applicant may count on besides the ordinary way, each in a few plain sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from catalog.choices import STATUTORY_PROCEDURES, ProcedureKind
from catalog.content import ItemContent, SpecialProcedure

from .dates import limit_words
from .steps import ON_SITE, done_by

LATER = 3


@dataclass(frozen=True)
class Way:
    """`lead` says what it is for; `lines` what follows from it, one thing a line; `promise` is said word for word."""

    code: str
    title: str
    lead: str
    lines: tuple[str, ...] = ()
    promise: tuple[str, ...] = ()


def special_ways(facts: ItemContent) -> list[Way]:
    """In the order in which somebody meets them: while applying, until the decision, at the end."""
    makers = (_relief, _tolerance, _commitment, _deemed, _on_site, _joint, _publicity, _hearing, _pauses, _extension)
    return [way for maker in makers for way in maker(facts)]


def _relief(facts: ItemContent) -> Iterator[Way]:
    if facts.relief_first:
        yield Way(
            "relief",
            _("Urgent: help first"),
            _("When life cannot wait, we help first; the form and the papers follow."),
            (_("Papers and procedure are completed within 10 working days."), _("You may apply by telephone.")),
        )


def _tolerance(facts: ItemContent) -> Iterator[Way]:
    later = [material.name for material in facts.materials if material.necessity == LATER and not material.shared]
    if facts.tolerance_allowed and later:
        yield Way(
            "tolerance",
            _("A paper is missing: hand it in later (容缺受理)"),
            _("These papers may follow: %(papers)s.") % {"papers": "、".join(later)},
            (
                _("You ask for it and sign a promise; we accept at once and go on working."),
                _("Hand them in within %(limit)s of acceptance.") % {"limit": limit_words(facts.tolerance_limit)},
                _("You get the result only when they are there."),
                _("If they do not come in time, the case ends and your papers come back. You may apply again."),
            ),
        )


def _commitment(facts: ItemContent) -> Iterator[Way]:
    names = {material.key: material.name for material in facts.materials}
    replaced = [names[key] for key in facts.commitment_materials if key in names]
    if facts.commitment_allowed and replaced:
        yield Way(
            "commitment",
            _("A promise instead of papers (告知承诺)"),
            _("You need not hand in %(papers)s: you may sign a promise instead.") % {"papers": "、".join(replaced)},
            (
                _("It is your choice. Whoever broke such a promise before has to hand in the papers."),
                _("We check afterwards. If the promise is false, the decision is revoked and it goes on your record."),
            ),
            tuple(line.strip() for line in facts.commitment_text.splitlines() if line.strip()),
        )


def _deemed(facts: ItemContent) -> Iterator[Way]:
    if facts.is_licence or facts.deemed_acceptance:
        yield Way(
            "deemed",
            _("No word from us counts as accepted (视为受理)"),
            _("Within 5 working days we tell you once everything that is missing."),
            (_("If we say nothing in that time, your application counts as accepted from the day we received it."),),
        )


def _on_site(facts: ItemContent) -> Iterator[Way]:
    steps = [step for step in facts.steps if step.kind in ON_SITE]
    if steps:
        lines = [
            _("%(step)s: at least %(count)s staff of %(unit)s.")
            % {"step": step.name, "count": step.min_staff, "unit": done_by(step, facts)}
            for step in steps
        ]
        closing = _("They show their cards and write down what they see; you read it and sign. You may refuse to sign.")
        lead = _("You need not come to the window: our staff go there.")
        yield Way("on_site", _("Who comes to look"), lead, (*lines, closing))


def _joint(facts: ItemContent) -> Iterator[Way]:
    units = list(dict.fromkeys(done_by(step, facts) for step in facts.steps if step.parallel))
    if len(units) > 1:
        yield Way(
            "joint",
            _("Several departments at the same time (联合办理)"),
            _("%(units)s look at your application at the same time.") % {"units": "、".join(units)},
            (_("You hand in your papers once; no department asks you for them again."),),
        )


def _publicity(facts: ItemContent) -> Iterator[Way]:
    for step in facts.steps:
        if step.kind == "publicity" and step.limit:
            place = _("on the board of your village and on this site")
            counted = _("The time is counted in the limit.") if step.counts_in_limit else _("The time is not counted.")
            yield Way(
                "publicity",
                _("What is made public (公示)"),
                _("For %(limit)s it is shown %(place)s.") % {"limit": limit_words(step.limit), "place": place},
                tuple(filter(None, (step.note, _("Whoever objects says so in that time; we check it."), counted))),
            )


def _hearing(facts: ItemContent) -> Iterator[Way]:
    if facts.hearing_right:
        yield Way(
            "hearing",
            _("When it concerns others (听证)"),
            _("If it greatly concerns others, for instance your neighbours, we tell them and hear them and you."),
            (_("You and they may ask for a hearing within 5 working days of being told. It costs nothing."),),
        )


def _pauses(facts: ItemContent) -> Iterator[Way]:
    if facts.special_procedures:
        yield Way(
            "pauses",
            _("What takes time of its own (特别程序)"),
            _("If one of these is needed, we tell you in writing how long it takes."),
            tuple(procedure_words(procedure) for procedure in facts.special_procedures),
        )


def _extension(facts: ItemContent) -> Iterator[Way]:
    if facts.extension_days and not facts.is_instant:
        joint = _("The head of the government has to approve it.")
        who = joint if facts.joint_handling else _("The head of the office has to approve it.")
        yield Way(
            "extension",
            _("If we need longer"),
            _("The limit may be extended once, by %(days)s working days at most.") % {"days": facts.extension_days},
            (who, _("We tell you the reason in writing.")),
        )


def procedure_words(procedure: SpecialProcedure) -> str:
    """The editors' own sentence, else kind and longest time with what it means for the limits (R8)."""
    if procedure.note:
        return procedure.note
    words = {"kind": ProcedureKind(procedure.kind).label, "days": procedure.max_days}
    if procedure.kind in STATUTORY_PROCEDURES:
        return _("%(kind)s: at most %(days)s working days, not counted in the limit") % words
    return _("%(kind)s: at most %(days)s working days; the limit of the law goes on") % words
