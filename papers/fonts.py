"""The fonts of papers: found in node_modules, else the system's Noto; nothing else is ever used on a paper.

A fixed set of whole fonts makes the same paper look the same on every machine, and lets us say before printing which
character of a name has no shape in them. Unicode-range slices must never be used here: they print wrong characters.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

import uharfbuzz
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from papers.fontset import working_copy
from papers.rare import fallback_fonts

EXPO = "node_modules/@expo-google-fonts"
# In the order of use: text and titles of documents, then forms and small print.
NPM_FONTS = (
    "noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf",
    "noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf",
    "noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
    "noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf",
)
SYSTEM_FONTS = tuple(
    f"/usr/share/fonts/opentype/noto/{name}.ttc"
    for name in ("NotoSerifCJK-Regular", "NotoSerifCJK-Bold", "NotoSansCJK-Regular", "NotoSansCJK-Bold")
)
# Families of the working copies, which the style sheets name first.
WORKING_NAMES = (
    ("Paper Serif", "Regular"),
    ("Paper Serif", "Bold"),
    ("Paper Sans", "Regular"),
    ("Paper Sans", "Bold"),
)
SYSTEM_FACE_SC = 2  # the Simplified Chinese face inside Debian's collections
INVISIBLE = frozenset("\n\r\t\u200b\u200c\u200d\u2060\ufeff") | {chr(c) for c in range(0xFE00, 0xFE10)}


@cache
def font_files() -> tuple[Path, ...]:
    """Serif regular, serif bold, sans regular, sans bold. Raises ImproperlyConfigured that says what to install."""
    root = Path(settings.ROOT) / EXPO
    for files in (tuple(root / name for name in NPM_FONTS), tuple(Path(name) for name in SYSTEM_FONTS)):
        if all(file.exists() for file in files):
            return files
    raise ImproperlyConfigured("No fonts for papers: run `npm ci`, or `apt-get install fonts-noto-cjk`.")


@cache
def font_face(index: int) -> uharfbuzz.Face:
    """One face of `font_files()`, for drawing outlines and asking for characters."""
    file = font_files()[index]
    blob = uharfbuzz.Blob.from_file_path(str(file))
    return uharfbuzz.Face(blob, SYSTEM_FACE_SC if file.suffix == ".ttc" else 0)


@cache
def _known_characters() -> frozenset[int]:
    """Code points that every face used on papers can print."""
    serif, sans = (frozenset(font_face(index).unicodes) for index in (0, 2))
    return serif & sans


def missing_characters(text: str) -> list[str]:
    """Characters of `text` that would print as a blank box, each once, in order of first appearance."""
    known = _known_characters()
    return [char for char in dict.fromkeys(text) if ord(char) not in known and char not in INVISIBLE]


@contextmanager
def only_our_fonts() -> Iterator[None]:
    """While open, fontconfig sees the fonts of papers and no other. Programs started later see the system's again."""
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(_configuration_file())
    try:
        yield
    finally:
        if before is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = before


@cache
def _configuration_file() -> Path:
    """Written below DATA_DIR; replaced at once, so that another process never reads half of it."""
    directory = Path(settings.DATA_DIR) / "fonts"
    directory.mkdir(parents=True, exist_ok=True)
    for index, (file, (family, style)) in enumerate(zip(font_files(), WORKING_NAMES, strict=True)):
        working_copy(face=font_face(index), source=file, directory=directory, family=family, style=style)
    _link_fallbacks(directory / "fallback")
    places = [directory, *sorted({file.parent for file in font_files()})]
    target = directory / "fonts.conf"
    draft = directory / f"fonts.{os.getpid()}.conf"
    draft.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig>'
        + "".join(f"<dir>{escape(str(place))}</dir>" for place in places)
        + f"<cachedir>{escape(str(directory / 'cache'))}</cachedir></fontconfig>"
    )
    draft.replace(target)
    return target


def _link_fallbacks(directory: Path) -> None:
    """Only the very files: the folder of a system font holds many that papers must not use."""
    directory.mkdir(exist_ok=True)
    for font in fallback_fonts():
        link = directory / font.path.name
        draft = directory / f"{font.path.name}.{os.getpid()}"
        if not link.exists() or link.resolve() != font.path.resolve():
            draft.symlink_to(font.path.resolve())
            draft.replace(link)
