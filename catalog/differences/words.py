"""Every value of an item in words for editors, and the names of its parts, as the editing form names them."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from catalog import codes
from catalog.content import Limit, Option
from catalog.drafts import GROUPS, LIMITS, ROWS
from catalog.guide import limit_words
from catalog.models import ServiceItem
from catalog.models.fields import CodeListField

ROW_NAMES: dict[str, Any] = {
    name: ServiceItem._meta.get_field(related).related_model for name, (related, _k) in ROWS.items()
}


def name_of(part: str, field: str = "") -> str:
    """The label of a fact, of a kind of row, or of one field of a row."""
    if part in ROWS:
        model = ROW_NAMES[part]
        return (
            _label(model, "limit_n" if field == "limit" else field)
            if field
            else capfirst(str(model._meta.verbose_name))
        )
    if part in LIMITS:
        return _label(ServiceItem, f"{part}_n")
    if part in GROUPS:
        return _label(ServiceItem, f"{part}_{field}")
    if part == "department_short":
        return _("Short name of the department")
    return _label(ServiceItem, part)


def words_of(part: str, value: Any, field: str = "") -> str:
    """The value as a reader of the form would say it; '' when there is none."""
    if value is None or value == "" or value == ():
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, Limit):
        return "，".join(filter(None, (limit_words(value), value.note)))
    if isinstance(value, tuple):
        separator = "、" if _code_list(part, field) or isinstance(value[0], Option) else "\n"
        return separator.join(_one(part, one, field) for one in value)
    return _choice(part, field, value)


def is_code_list(part: str, field: str = "") -> bool:
    return bool(_code_list(part, field))


def row_words(part: str, row: Any) -> str:
    """A whole row in one line: what makes it recognisable."""
    name = next(f.name for f in fields(row) if f.name != "key")
    first = _choice(part, name, getattr(row, name))
    return f"{first} {row.article}".strip() if part == "basis" else first


def _one(part: str, value: Any, field: str) -> str:
    if isinstance(value, Option):
        return value.label
    if is_dataclass(value):
        return row_words(part, value)
    code_list = _code_list(part, field)
    return codes.label(code_list, value) if code_list else str(value)


def _choice(part: str, field: str, value: Any) -> str:
    model = ROW_NAMES[part] if part in ROWS else ServiceItem
    name = field if part in ROWS else (f"{part}_{field}" if part in GROUPS else part)
    labels = _choices(model, name)
    return labels.get(value, str(value))


@lru_cache
def _code_list(part: str, field: str) -> str:
    model, name = (ROW_NAMES[part], field) if part in ROWS else (ServiceItem, part)
    try:
        found = model._meta.get_field(name)
    except FieldDoesNotExist:
        return ""
    return found.code_list if isinstance(found, CodeListField) else ""


def _choices(model: Any, name: str) -> dict[Any, str]:
    known = {field.name: field for field in model._meta.get_fields()}
    return {key: str(label) for key, label in getattr(known.get(name), "flatchoices", ())}


def _label(model: Any, name: str) -> str:
    return capfirst(str(model._meta.get_field(name).verbose_name))
