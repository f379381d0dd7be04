"""Directories of the embedded index: one per generation, and a pointer file that names the one in use."""

from __future__ import annotations

import os
import shutil
import uuid
from pathlib import Path

CURRENT = "CURRENT"
NEXT = "NEXT"


class Generations:
    """`CURRENT` names the generation that answers, `NEXT` the one being built. Both change by one rename."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def current(self) -> Path | None:
        return self._named(CURRENT)

    def in_writing(self) -> list[Path]:
        """Where a change has to go: the generation in use and the one being built."""
        return [path for path in (self._named(CURRENT), self._named(NEXT)) if path]

    def create(self, pointer: str) -> Path:
        path = self.root / f"g-{uuid.uuid4().hex[:12]}"
        path.mkdir(parents=True)
        self._point(pointer, path.name)
        return path

    def promote(self, path: Path) -> None:
        """Put this generation in use, then remove every other; readers that hold an old one keep it open."""
        if self._named(NEXT) != path:
            raise FileNotFoundError(f"{path.name} is not the generation being built: another rebuild has begun")
        (self.root / NEXT).replace(self.root / CURRENT)
        self.remove_others()

    def abandon(self, path: Path) -> None:
        if self._named(NEXT) == path:
            (self.root / NEXT).unlink(missing_ok=True)
        self.remove_others()

    def remove_others(self) -> None:
        kept = {path.name for path in self.in_writing()}
        for path in self.root.glob("g-*"):
            if path.name not in kept:
                shutil.rmtree(path, ignore_errors=True)

    def clear(self) -> None:
        for pointer in (CURRENT, NEXT):
            (self.root / pointer).unlink(missing_ok=True)
        self.remove_others()

    def _named(self, pointer: str) -> Path | None:
        try:
            name = (self.root / pointer).read_text(encoding="ascii").strip()
        except FileNotFoundError:
            return None
        path = self.root / name
        return path if path.is_dir() else None

    def _point(self, pointer: str, name: str) -> None:
        fresh = self.root / f"{pointer}.{uuid.uuid4().hex[:8]}"
        with fresh.open("w", encoding="ascii") as file:
            file.write(name)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self.root / pointer)
