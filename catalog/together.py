"""Several items asked as one (一件事): every situation, paper and question once, with the items that need it.

Pure. The same key is the same paper or question in every item; where items word it differently, the first one speaks,
and what one of them demands more strictly holds for all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from catalog.content import FormField, ItemContent, Material, Situation

STRICTNESS = {1: 0, 3: 1, 2: 2}  # necessary, may follow, not necessary
SIGNED = ("none", "signature", "seal", "both")


@dataclass(frozen=True)
class SharedMaterial:
    """`items`: keys of the items that need the paper, in the order of the items."""

    material: Material
    items: tuple[str, ...]

    @property
    def is_application_form(self) -> bool:
        """The form of one item: all of them are drawn from the one form that is filled in."""
        return self.material.is_form and self.material.key in {f"application_form_{key}" for key in self.items}


@dataclass(frozen=True)
class SharedField:
    field: FormField
    items: tuple[str, ...]


def shared_situations(contents: Iterable[ItemContent]) -> tuple[Situation, ...]:
    """Every question once; options that only a later item offers stand behind those of the first."""
    found: dict[str, Situation] = {}
    for content in contents:
        for situation in content.situations:
            known = found.get(situation.key)
            if known is None:
                found[situation.key] = situation
                continue
            keys = {option.key for option in known.options}
            more = tuple(option for option in situation.options if option.key not in keys)
            found[situation.key] = replace(known, options=known.options + more)
    return tuple(found.values())


def shared_materials(
    contents: Iterable[ItemContent], answers: Mapping[str, str] | None = None
) -> tuple[SharedMaterial, ...]:
    """Every paper once. Answers leave out what they make unnecessary; a question without an answer leaves its papers in.

    `situations` of a paper are those that still have to be found out; () once it is certainly needed.
    """
    found: dict[str, SharedMaterial] = {}
    for content in contents:
        for material in content.materials:
            open_ones = still_open(material.situations, answers or {})
            if open_ones is None:
                continue
            wanted, known = replace(material, situations=open_ones), found.get(material.key)
            if known is None:
                found[material.key] = SharedMaterial(wanted, (content.key,))
            else:
                found[material.key] = SharedMaterial(_stricter(known.material, wanted), (*known.items, content.key))
    return tuple(found.values())


def shared_form(contents: Iterable[ItemContent], answers: Mapping[str, str] | None = None) -> tuple[SharedField, ...]:
    """One form: every question once, the sections in the order in which they first appear; answers as for papers."""
    found: dict[str, SharedField] = {}
    for content in contents:
        for field in content.form:
            open_ones = still_open(field.situations, answers or {})
            if open_ones is None:
                continue
            wanted, known = replace(field, situations=open_ones), found.get(field.key)
            if known is None:
                found[field.key] = SharedField(wanted, (content.key,))
            else:
                found[field.key] = SharedField(_asked_by_both(known.field, wanted), (*known.items, content.key))
    sections = list(dict.fromkeys(shared.field.section for shared in found.values()))
    return tuple(sorted(found.values(), key=lambda shared: sections.index(shared.field.section)))


def still_open(situations: tuple[str, ...], answers: Mapping[str, str]) -> tuple[str, ...] | None:
    """Which situations have to be found out yet; () when it is needed for certain, None when it is not needed."""
    told = [(line, *line.partition(".")[::2]) for line in situations]
    if not situations or any(answers.get(question) == option for _line, question, option in told):
        return ()
    return tuple(line for line, question, _option in told if question not in answers) or None


def _stricter(one: Material, other: Material) -> Material:
    """What satisfies both. What one office can fetch itself nobody is asked for by the other (R13)."""
    return replace(
        one,
        necessity=min(one.necessity, other.necessity, key=lambda necessity: STRICTNESS[necessity]),
        originals=max(one.originals, other.originals),
        copies=max(one.copies, other.copies),
        shared=one.shared or other.shared,
        share_source=one.share_source or other.share_source,
        sensitive=one.sensitive or other.sensitive,
        separate_consent=one.separate_consent or other.separate_consent,
        sign_required=_signed_for_both(one.sign_required, other.sign_required),
        situations=_in_either(one.situations, other.situations),
    )


def _asked_by_both(one: FormField, other: FormField) -> FormField:
    keys = {option.key for option in one.options}
    return replace(
        one,
        required=one.required or other.required,
        max_length=min(one.max_length, other.max_length),
        sensitive=one.sensitive or other.sensitive,
        options=one.options + tuple(option for option in other.options if option.key not in keys),
        situations=_in_either(one.situations, other.situations),
    )


def _signed_for_both(one: str, other: str) -> str:
    return "both" if {one, other} == {"signature", "seal"} else max(one, other, key=SIGNED.index)


def _in_either(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """The situations that make it necessary for one or the other; () once one of them always needs it."""
    return tuple(dict.fromkeys((*one, *other))) if one and other else ()
