"""Texts kept as plain data, turned into the raw value of a text field.

A block is a mapping with one key: h (heading), p (paragraph), list, steps ([[name, note]]), callout, phone, or
table ({caption, columns, rows}; a column whose name begins with ! holds numbers).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from html import escape
from typing import Any

Raw = dict[str, Any]


def stream(blocks: Iterable[Raw]) -> str:
    """As JSON: a list would be taken for values that are read already."""
    return json.dumps([_MAKERS[kind](value) for block in blocks for kind, value in block.items()], ensure_ascii=False)


def _list(lines: list[str]) -> Raw:
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return {"type": "paragraph", "value": f"<ul>{items}</ul>"}


def _steps(steps: list[list[str]]) -> Raw:
    return {"type": "steps", "value": [{"name": name, "note": note} for name, note in steps]}


def _table(table: Raw) -> Raw:
    columns = [
        {"type": "number" if name.startswith("!") else "text", "heading": name.lstrip("!")} for name in table["columns"]
    ]
    rows = [{"values": row} for row in table["rows"]]
    return {
        "type": "table",
        "value": {"caption": table["caption"], "table": {"columns": columns, "rows": rows, "caption": ""}},
    }


_MAKERS: dict[str, Callable[[Any], Raw]] = {
    "h": lambda text: {"type": "heading", "value": text},
    "p": lambda text: {"type": "paragraph", "value": f"<p>{escape(text)}</p>"},
    "list": _list,
    "steps": _steps,
    "callout": lambda value: {"type": "callout", "value": value},
    "phone": lambda value: {"type": "phone", "value": value},
    "table": _table,
}
