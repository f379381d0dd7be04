"""The data of a blank or sample form, for the paper kind `item_form`.

The first form of an item is its application form and carries all questions; every other form of it (a promise, an
authorisation) is short: who signs, what is declared.
"""

from __future__ import annotations

from itertools import groupby
from typing import Any

from catalog import codes
from catalog.content import FormField, ItemContent, Material
from catalog.drawn.answers import choices_of, written

APPLICANT = "申请人"
EXAMPLE_NAME, EXAMPLE_ID, EXAMPLE_PHONE = "李示例", "990101194603075122", "19900000001"
NOTES = ["请用黑色笔填写，字迹清楚。", "带 * 的必须填写；本表免费领取。", "不会写字的，可以由他人代填，本人按手印。"]
SAMPLE_NOTES = ["本样表内容均为虚构，请按自己的情况填写。"]


def form_context(facts: ItemContent, material: Material, *, sample: bool) -> dict[str, Any]:
    """`sample`: with the invented examples filled in."""
    is_main = material.key == main_form_key(facts)
    declared = {} if is_main else declaration_of(material.key)
    sections = _questions(facts) if is_main else _short(declared)
    context: dict[str, Any] = {
        "issuer": facts.department,
        "title": material.name,
        "item_name": facts.name,
        "item_code": facts.catalog_code,
        "sample": sample,
        "sections": [_signer(), *sections],
        "notes": SAMPLE_NOTES if sample else NOTES,
    }
    if declared:
        words = {"item": facts.name, "department": facts.department, "paper": material.name}
        context["declaration"] = declared["declaration"].replace(" ", "").format(**words)
    return context


def main_form_key(facts: ItemContent) -> str:
    """The key of the application form, '' for an item that is only filled in online."""
    return next((material.key for material in facts.materials if material.is_form), "")


def declaration_of(key: str) -> dict[str, Any]:
    """What is signed on a form that is no application form; general words for a paper that is not listed."""
    known: dict[str, dict[str, Any]] = codes.load("declarations")
    return known.get(key) or known["_other"]


def _signer() -> dict[str, Any]:
    return {
        "title": APPLICANT,
        "fields": [
            {"label": "姓名（名称）", "required": True, "example": EXAMPLE_NAME},
            {"label": "公民身份号码", "required": True, "example": EXAMPLE_ID},
            {"label": "联系电话", "required": True, "example": EXAMPLE_PHONE},
        ],
    }


def _short(declared: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"title": "具体内容", "fields": declared["fields"]}] if declared.get("fields") else []


def _questions(facts: ItemContent) -> list[dict[str, Any]]:
    """The form's questions by section; the telephone is asked above."""
    asked = [field for field in facts.form if field.key != "phone"]
    labels = {f"{s.key}.{option.key}": option.label for s in facts.situations for option in s.options}
    return [
        {"title": section, "fields": [_field(field, labels) for field in fields]}
        for section, fields in groupby(asked, key=lambda field: field.section)
    ]


def _field(field: FormField, labels: dict[str, str]) -> dict[str, Any]:
    only = "或".join(f"“{labels.get(key, key)}”" for key in field.situations)
    hint = f"选择{only}的填写。{field.help}" if only else field.help
    return {
        "label": field.label,
        "required": field.required and not only,
        "options": choices_of(field),
        "example": written(field, field.example),
        "hint": hint,
        "long": field.kind == "long_text",
    }
