"""Rules on the special ways: papers that follow, promises instead of proofs, help first (V23–V25)."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from catalog.content import ItemContent
from catalog.gate.rules import Rule
from catalog.lengths import is_longer

LATER = 3


def v23_tolerance(content: ItemContent) -> Iterator[str]:
    """V23"""
    later = [material.name for material in content.materials if material.necessity == LATER]
    if later and not content.tolerance_allowed:
        yield _(
            "“%(papers)s” may follow later, but papers that follow are not allowed: allow them, or ask at once."
        ) % {"papers": "、".join(later)}
    if not content.tolerance_allowed:
        return
    if not later:
        yield _("Papers may follow, but the guide names none: say which papers may be supplied later.")
    if not content.tolerance_limit.n:
        yield _("Say within how many days the papers that follow must come.")
    if is_longer(content.tolerance_limit, content.promised_limit):
        yield _("The time for papers that follow is longer than the promised limit: the result would wait for them.")


def v24_commitment(content: ItemContent) -> Iterator[str]:
    """V24 国办发〔2020〕42号"""
    named = content.commitment_materials
    if not content.commitment_allowed:
        if named or content.commitment_text:
            yield _("A promise is written down, but promises are not allowed: allow them, or delete the text.")
        return
    if not content.commitment_text.strip():
        yield _("Write down what is promised, one duty a line.")
    if not named:
        yield _("Name the papers that the promise stands for.")
    papers = {material.key: material for material in content.materials}
    for key in named:
        if key not in papers:
            yield _("The promise stands for the paper “%(key)s”, which is not among the papers.") % {"key": key}
        elif papers[key].shared or papers[key].is_form:
            yield _("“%(paper)s” is not handed in by the applicant: no promise can stand for it.") % {
                "paper": papers[key].name
            }


def v25_relief_first(content: ItemContent) -> Iterator[str]:
    """V25 社会救助暂行办法 第四十八条"""
    if content.relief_first and content.task_type != "05":
        yield _("Help first and papers after is for benefits only.")


WAY_RULES: tuple[Rule, ...] = (v23_tolerance, v24_commitment, v25_relief_first)
