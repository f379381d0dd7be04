"""Drawings of the template folder, worked out once: the same frame stands on every certificate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings

ART = "paper-art:"  # scheme of addresses in style sheets: the template folder and nothing else
OPAQUE = (b"/A1.0 gs", b"/a1.0 gs")  # says what already holds in a group of its own


def art_folder() -> Path:
    return Path(settings.ROOT) / "templates/papers/art"


def read_ornaments(fetch: Callable[[str], Any]) -> dict[str, Ornament]:
    """By address, every drawing without text; lettering needs the fonts of its document and is read with it."""
    from weasyprint import DEFAULT_OPTIONS
    from weasyprint.images import get_image_from_uri

    names = [path.name for path in sorted(art_folder().glob("*.svg")) if "<text" not in path.read_text()]
    return {
        address: Ornament(get_image_from_uri({}, fetch, DEFAULT_OPTIONS, address))
        for address in (ART + name for name in names)
    }


class Ornament:
    """Takes the place of the engine's picture. Its page operators at a size are worked out once and copied after that.

    A drawing that leans on resources of its document (fonts, transparency) is left to the engine every time.
    """

    def __init__(self, picture: Any) -> None:
        self._picture = picture
        self._kept: dict[tuple[float, float], list[bytes]] = {}

    def get_intrinsic_size(self, *asked: Any) -> Any:
        return self._picture.get_intrinsic_size(*asked)

    def draw(self, stream: Any, width: float, height: float, style: Any) -> None:
        size = (width, height)
        if size not in self._kept:
            self._kept[size] = self._worked_out(stream, width, height, style)
        if self._kept[size]:
            stream.stream.extend(self._kept[size])
        else:
            self._picture.draw(stream, width, height, style)

    def _worked_out(self, stream: Any, width: float, height: float, style: Any) -> list[bytes]:
        """The operators, or an empty list when they cannot stand in another document."""
        aside = stream.clone(resources=defaultdict(dict))
        self._picture.draw(aside, width, height, style)
        lines: list[bytes] = [line for line in aside.stream if line not in OPAQUE]
        return [] if any(b"/" in line for line in lines) else lines
