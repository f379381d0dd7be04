"""Open code lists of the items, as data: `catalog/data/*.yaml` (domain.md §12, §7.4)."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).parent / "data"


@lru_cache
def load(name: str) -> Any:
    """A data file as plain values; {} when there is none."""
    path = DATA / f"{name}.yaml"
    return yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else {}


def choices(code_list: str) -> list[tuple[str, str]]:
    """The (code, Chinese label) pairs of a list, in their order."""
    return [(str(code), str(label)) for code, label in load("codes").get(code_list, {}).items()]


def label(code_list: str, code: str) -> str:
    """The Chinese label; an unknown code is shown as it is."""
    return dict(choices(code_list)).get(str(code), str(code))


def repealed_law(law: str) -> str | None:
    """By what a law was repealed, or None if it is not on the list.

    The whole name is compared, with or without 《》 and 中华人民共和国: 劳动合同法 is not 合同法.
    """
    name = re.sub(r"[《》\s]|中华人民共和国|[（(].*[)）]", "", law)
    for entry in load("repealed_laws") or ():
        if entry["law"] == name:
            return str(entry["by"])
    return None


def forbidden_proof(name: str) -> str | None:
    """The right channel for a proof that villages must not be asked for, or None if the name is none of the twenty."""
    for entry in load("forbidden_proofs") or ():
        if entry["name"] in name:
            return str(entry["channel"])
    return None
