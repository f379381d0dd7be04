"""The papers of a guide as a checklist: what one brings, what the office fetches itself (免提交)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from catalog import codes
from catalog.content import ItemContent, Material, Situation

LATER = 3
OPTIONAL = 2


@dataclass(frozen=True)
class ChecklistLine:
    """One paper in words. `when` names the situations that make it necessary, '' for always."""

    material: Material
    issuer: str
    pieces: str
    when: str
    has_blank: bool
    has_sample: bool

    @property
    def may_follow(self) -> bool:
        return self.material.necessity == LATER

    @property
    def is_optional(self) -> bool:
        return self.material.necessity == OPTIONAL


def checklist(facts: ItemContent, answers: dict[str, str]) -> list[ChecklistLine]:
    """All papers, or with answers given only those they make necessary."""
    wanted = facts.materials_for(answers) if answers else facts.materials
    labels = option_labels(facts.situations)
    return [line_of(material, labels) for material in wanted]


def known_answers(situations: Iterable[Situation], answers: Mapping[str, str]) -> dict[str, str]:
    """Without what no question offers."""
    offered = {situation.key: {option.key for option in situation.options} for situation in situations}
    return {key: option for key, option in answers.items() if option in offered.get(key, ())}


def option_labels(situations: Iterable[Situation]) -> dict[str, str]:
    """The words of every option by `question.option`."""
    return {f"{s.key}.{option.key}": option.label for s in situations for option in s.options}


def line_of(material: Material, labels: dict[str, str]) -> ChecklistLine:
    return ChecklistLine(
        material=material,
        issuer=material.source_explain or codes.label("material_source", str(material.source)),
        pieces=_pieces(material),
        when=_(" or ").join(f"「{labels.get(key, key)}」" for key in material.situations),
        has_blank=material.is_form or bool(material.blank_form),
        has_sample=material.is_form or bool(material.sample_form),
    )


def _pieces(material: Material) -> str:
    """原件 1 份、复印件 2 份，A4，纸质或者电子"""
    counts = [
        _("%(kind)s × %(count)s") % {"kind": label, "count": count}
        for label, count in ((_("original paper"), material.originals), (_("photocopy"), material.copies))
        if count
    ]
    words = [*counts] if counts else [codes.label("material_kind", material.kind)]
    if material.form != "either":
        words.append(codes.label("material_form", material.form))
    if material.form != "electronic" and material.spec and material.spec != "A4":
        words.append(material.spec)
    return "，".join(words)
