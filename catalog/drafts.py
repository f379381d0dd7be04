"""Between the editors' draft (rows) and the content of a version (values), both ways, by equal field names."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, get_type_hints

from catalog.content import (
    Condition,
    Fee,
    FormField,
    ItemContent,
    LegalBasis,
    Limit,
    Material,
    Option,
    Question,
    Remedy,
    Result,
    Situation,
    SpecialProcedure,
    Step,
)
from catalog.models import ServiceItem

ROWS: dict[str, tuple[str, type]] = {
    "basis": ("basis_rows", LegalBasis),
    "conditions": ("condition_rows", Condition),
    "situations": ("situation_rows", Situation),
    "materials": ("material_rows", Material),
    "form": ("form_rows", FormField),
    "steps": ("step_rows", Step),
    "special_procedures": ("procedure_rows", SpecialProcedure),
    "fees": ("fee_rows", Fee),
    "questions": ("question_rows", Question),
}
LIMITS = ("statutory_limit", "promised_limit", "correction_limit", "tolerance_limit")
GROUPS: dict[str, type] = {"result": Result, "remedy": Remedy}
OF_UNIT = ("department", "department_short")


def content_of(item: ServiceItem) -> ItemContent:
    """The content a version of this draft would have."""
    unit = item.department if item.department_id else None
    values: dict[str, Any] = {
        "department": unit.name if unit else "",
        "department_short": unit.short_name if unit else "",
    }
    for name, (related, kind) in ROWS.items():
        values[name] = tuple(_value(kind, row) for row in getattr(item, related).all())
    for name in LIMITS:
        values[name] = _limit(item, name)
    for name, kind in GROUPS.items():
        values[name] = kind(**{f.name: getattr(item, f"{name}_{f.name}") for f in fields(kind)})
    for f in fields(ItemContent):
        if f.name not in values:
            value = getattr(item, f.name)
            values[f.name] = tuple(value) if isinstance(value, list) else value
    return ItemContent(**values)


def fill_draft(item: ServiceItem, content: ItemContent) -> None:
    """Set the draft from content; the caller sets the department and saves."""
    for f in fields(ItemContent):
        value = getattr(content, f.name)
        if f.name in ROWS:
            related, _kind = ROWS[f.name]
            model: Any = item._meta.get_field(related).related_model
            setattr(item, related, [model(sort_order=n, **_columns(row)) for n, row in enumerate(value)])
        elif f.name in LIMITS:
            for part in fields(Limit):
                setattr(item, f"{f.name}_{part.name}", getattr(value, part.name))
        elif f.name in GROUPS:
            for part in fields(GROUPS[f.name]):
                setattr(item, f"{f.name}_{part.name}", getattr(value, part.name))
        elif f.name not in OF_UNIT:
            setattr(item, f.name, list(value) if isinstance(value, tuple) else value)


def _value(kind: type, row: Any) -> Any:
    values: dict[str, Any] = {}
    for name, hint in get_type_hints(kind).items():
        if hint == tuple[Option, ...]:
            values[name] = tuple(_option(line) for line in row.options)
        elif hint == Limit | None:
            values[name] = _limit(row, name) if row.limit_n is not None else None
        else:
            value = getattr(row, name)
            values[name] = tuple(value) if isinstance(value, list) else value
    return kind(**values)


def _columns(value: Any) -> dict[str, Any]:
    columns: dict[str, Any] = {}
    for f in fields(value):
        part = getattr(value, f.name)
        if f.name == "options":
            columns["options"] = ["|".join(filter(None, (o.key, o.label, o.note))) for o in part]
        elif f.name == "limit":
            columns |= {"limit_n": part.n, "limit_unit": part.unit, "limit_note": part.note} if part else {}
        else:
            columns[f.name] = list(part) if isinstance(part, tuple) else part
    return columns


def _option(line: str) -> Option:
    key, label, note = ([*line.split("|", 2), "", ""])[:3]
    return Option(key=key, label=label or key, note=note)


def _limit(source: Any, name: str) -> Limit:
    return Limit(*(getattr(source, f"{name}_{part.name}") for part in fields(Limit)))
