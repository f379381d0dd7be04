"""What a worker means to do and what it was told, on the disk before and after each act, so that a kill loses neither."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass
class Attempt:
    """One act: meant, and perhaps acknowledged or refused. Without an answer it happened wholly or not at all."""

    token: str
    verb: str
    case: int = 0
    count: int = 1
    answer: str = ""  # done, refused, failed; '' when the worker was killed first
    said: list[str] = field(default_factory=list)


class Journal:
    """Appends lines; each is on the disk when `note` returns."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_CREAT | os.O_APPEND | os.O_WRONLY)

    def note(self, **what: Any) -> None:
        os.write(self._file, json.dumps(what, ensure_ascii=False).encode() + b"\n")
        os.fsync(self._file)


def read(folder: Path) -> dict[str, Attempt]:
    """All attempts of all workers by their token."""
    found: dict[str, Attempt] = {}
    for path in sorted(folder.glob("*.log")):
        for line in _whole_lines(path):
            token = line["token"]
            if "verb" in line:
                found[token] = Attempt(token, line["verb"], line.get("case", 0), line.get("count", 1))
            else:
                found[token].answer = line["answer"]
                found[token].said = line.get("said", [])
    return found


def _whole_lines(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_bytes().split(b"\n"):
        try:
            yield json.loads(line)
        except ValueError:
            continue  # the end of the file, or a line that the kill cut off
