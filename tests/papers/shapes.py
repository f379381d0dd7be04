"""Whether data have the shapes that `papers.catalogue.shapes` publishes; for those who build data for papers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from papers.catalogue import KINDS
from papers.catalogue import shapes as s


def shape_problems(code: str, data: dict[str, Any]) -> list[str]:
    """Every key that the kind does not know, and every value of another shape; empty values always pass."""
    kind = KINDS[code]
    known = {*kind.required, *kind.optional}
    faults = [f"{code}: {key} is not known" for key in data if key not in known]
    for key in known & data.keys():
        if data[key] not in (None, "", [], {}) and not _fits(s.shape_of(code, key), data[key]):
            faults.append(f"{code}: {key} is no {s.shape_of(code, key)}: {str(data[key])[:80]}")
    return faults


def _fits(shape: s.Shape, value: Any) -> bool:
    if isinstance(shape, s.Record):
        return isinstance(value, dict) and _has_fields(shape, value)
    if isinstance(shape, s.Rows):
        return isinstance(value, list) and all(isinstance(row, dict) and _has_fields(shape, row) for row in value)
    return CHECKS[shape](value)


def _has_fields(shape: s.Rows, row: dict[str, Any]) -> bool:
    return set(shape.must) <= row.keys() <= {*shape.must, *shape.may}


def _parses(read: Callable[[Any], Any]) -> Callable[[Any], bool]:
    def check(value: Any) -> bool:
        try:
            read(value)
        except (ValueError, TypeError, InvalidOperation):
            return False
        return True

    return check


def _is_moment(value: Any) -> bool:
    return datetime.fromisoformat(value).tzinfo is not None


def _is_picture(value: Any) -> bool:
    return isinstance(value, str) and value.startswith(("data:image/png;base64,", "data:image/jpeg;base64,"))


CHECKS: dict[str, Callable[[Any], bool]] = {
    s.TEXT: lambda value: isinstance(value, str),
    s.DATE: _parses(lambda value: date.fromisoformat(value)),
    s.MOMENT: _is_moment,
    s.FLAG: lambda value: isinstance(value, bool),
    s.COUNT: lambda value: isinstance(value, int),
    s.MONEY: _parses(lambda value: Decimal(value)),
    s.HOURS: _parses(lambda value: Decimal(str(value))),
    s.TEXTS: lambda value: isinstance(value, list) and all(isinstance(part, str) for part in value),
    s.PAIRS: lambda value: all(len(pair) == 2 and isinstance(pair[0], str) for pair in value),
    s.TABLE: lambda value: len({len(row) for row in value}) == 1,
    s.PICTURE: _is_picture,
    s.PICTURES: lambda value: all(len(char) == 1 and _is_picture(picture) for char, picture in value.items()),
}
