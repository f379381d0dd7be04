"""Rules on the papers: V10–V12, and what the law says of vague papers."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from catalog import codes
from catalog.content import ItemContent, Material
from catalog.gate.rules import Rule

GOVERNMENT, OWN = 20, 10
VAGUE = ("其他材料", "其它材料", "规定的其他", "相关材料", "等材料")
VILLAGE_WORDS = ("村", "居委会", "社区", "村民委员会")


def v10_complete(content: ItemContent) -> Iterator[str]:
    """V10 行政许可法 第30条"""
    for material in content.materials:
        lacking = list(_lacking(material, content))
        if lacking:
            yield _("The paper “%(paper)s” lacks: %(what)s.") % {"paper": material.name, "what": "、".join(lacking)}
        if any(word in material.name for word in VAGUE):
            yield _("“%(paper)s” is a catch-all. Name each paper.") % {"paper": material.name}


def _lacking(material: Material, content: ItemContent) -> Iterator[str]:
    if not material.basis:
        yield _("legal basis")
    if material.source != OWN and not material.source_explain:
        yield _("who issues it")
    if material.is_form and not (material.blank_form or content.form):
        yield _("blank form")
    if material.is_form and not (material.sample_form or any(f.example for f in content.form)):
        yield _("filled-in sample")


def v11_forbidden_proofs(content: ItemContent) -> Iterator[str]:
    """V11 民发〔2020〕20号"""
    for material in content.materials:
        of_village = any(word in material.source_explain + material.name for word in VILLAGE_WORDS)
        proof = codes.forbidden_proof(material.name)
        if proof is not None and of_village:
            yield _("“%(paper)s” may not be demanded from villages and communities. Instead: %(channel)s") % {
                "paper": material.name,
                "channel": proof,
            }


def v12_shareable(content: ItemContent) -> Iterator[str]:
    """V12 国务院令第716号 第7条"""
    for material in content.materials:
        if material.shared and material.source == OWN:
            yield _("“%(paper)s” can be fetched by data sharing: its source cannot be the applicant.") % {
                "paper": material.name
            }


def situations_known(content: ItemContent) -> Iterator[str]:
    """V10"""
    known = {f"{s.key}.{option.key}" for s in content.situations for option in s.options}
    named = [(m.name, m.situations) for m in content.materials] + [(f.label, f.situations) for f in content.form]
    for name, situations in named:
        for unknown in sorted(set(situations) - known):
            yield _("“%(name)s” depends on the situation “%(code)s”, which no question offers.") % {
                "name": name,
                "code": unknown,
            }


MATERIAL_RULES: tuple[Rule, ...] = (v10_complete, v11_forbidden_proofs, v12_shareable, situations_known)
