"""Characters that the fonts of papers do not have: rare ideographs in the names of people and villages.

Three ways, in this order: a picture that the data bring (`character_images`), a fallback font of the system, the shape in
a font of the county's own (PAPER_FALLBACK_FONTS), which alone may say what a private-use code point looks like. The
fallback prints the missing characters and nothing else. A character without any of these refuses the paper by name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path

import uharfbuzz
from django.conf import settings
from django.utils.translation import gettext as _
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.ttLib import TTFont

from core.errors import Reason, Refused

# Free fonts of the system with the ideographs of Extension B and beyond, the most alike first.
SYSTEM_FALLBACKS = (
    "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc",
    "/usr/share/fonts/truetype/hanazono/HanaMinA.ttf",
    "/usr/share/fonts/truetype/hanazono/HanaMinB.ttf",
    "/usr/share/fonts/truetype/babelstone/BabelStoneHan.ttf",
)
SIMPLIFIED_FACE = 2  # inside a collection of the system
IDEOGRAPHS = ((0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))
PRIVATE = ((0xE000, 0xF8FF), (0xF0000, 0x10FFFD))
GETA = "〓"  # stands where neither a font nor a picture can be: in spoken texts and titles
_MARKUP = re.compile(r"(<title>.*?</title>|<[^>]*>)", re.DOTALL)


@dataclass(frozen=True)
class FallbackFont:
    """One face with its family as style sheets name it."""

    path: Path
    family: str
    face: uharfbuzz.Face
    characters: frozenset[int]
    own: bool


@cache
def fallback_fonts() -> tuple[FallbackFont, ...]:
    """The county's own fonts first, then those of the system that are installed; read once per process."""
    own = [Path(name) for name in settings.PAPER_FALLBACK_FONTS]
    system = [Path(name) for name in SYSTEM_FALLBACKS if Path(name).exists()]
    return tuple(_read(path, own=path in own) for path in (*own, *system))


def _read(path: Path, *, own: bool) -> FallbackFont:
    number = SIMPLIFIED_FACE if path.suffix == ".ttc" else 0
    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)), number)
    with TTFont(path, fontNumber=number if path.suffix == ".ttc" else -1, lazy=True) as font:
        family = font["name"].getDebugName(1)
    return FallbackFont(path, family, face, frozenset(face.unicodes), own)


def fallback_for(char: str) -> FallbackFont | None:
    """The first font that knows `char`. Private-use code points mean what one font makes them mean: own fonts only."""
    private = _within(char, PRIVATE)
    if not private and not _within(char, IDEOGRAPHS):
        return None
    return next((font for font in fallback_fonts() if ord(char) in font.characters and (font.own or not private)), None)


def is_ideograph(char: str) -> bool:
    return _within(char, IDEOGRAPHS)


def is_private(char: str) -> bool:
    """A code point whose meaning is somebody's own."""
    return _within(char, PRIVATE)


def place_rare(page: str, missing: list[str], pictures: Mapping[str, str]) -> str:
    """The page with every character of `missing` given a shape. Raises Refused naming those that have none."""
    shapes = {char: _shape(char, pictures) for char in missing}
    without = [char for char, shape in shapes.items() if shape is None]
    if without:
        raise Refused([Reason("paper.character", no_shape(char)) for char in without])
    pattern = re.compile("|".join(map(re.escape, missing)))
    return "".join(
        _in_markup(part, pattern) if part.startswith("<") else pattern.sub(lambda hit: shapes[hit[0]] or "", part)
        for part in _MARKUP.split(page)
    )


def _in_markup(part: str, pattern: re.Pattern[str]) -> str:
    """What is spoken or listed may keep an ideograph that has a code point of its own."""
    return pattern.sub(lambda hit: hit[0] if _within(hit[0], IDEOGRAPHS) else GETA, part)


def _shape(char: str, pictures: Mapping[str, str]) -> str | None:
    spoken = escape(_spoken(char))
    if char in pictures:
        return f'<img class="glyph" src="{escape(pictures[char])}" alt="{spoken}">'
    font = fallback_for(char)
    if font is None:
        return None
    if _within(char, PRIVATE):
        return _drawn(font, char, spoken)
    return f'<span class="rare" style="font-family: \'{escape(font.family)}\'">{char}</span>'


def _drawn(font: FallbackFont, char: str, spoken: str) -> str:
    """The outline as a picture: a private-use code point may not stand as text in an archived file."""
    pen, known = SVGPathPen(None), uharfbuzz.Font(font.face)
    known.draw_glyph_with_pen(known.get_nominal_glyph(ord(char)), pen)
    size, lift = font.face.upem, round(font.face.upem * 0.88)
    return (
        f'<svg class="glyph" viewBox="0 0 {size} {size}"><title>{spoken}</title>'
        f'<path transform="translate(0 {lift}) scale(1 -1)" d="{pen.getCommands()}"/></svg>'
    )


def _spoken(char: str) -> str:
    code = f"U+{ord(char):04X}"
    return f"{char}（{code}）" if _within(char, IDEOGRAPHS) else f"用字图片（{code}）"


def no_shape(char: str) -> str:
    """The sentence that names the character and says what can be done."""
    return _(
        "The paper cannot be made: the character %(character)s (%(code)s) is not in the fonts. Upload a picture of the "
        "character, ask the administrator to install a fallback font, or enter it in another form that the person "
        "agrees to."
    ) % {"character": f"「{char}」", "code": f"U+{ord(char):04X}"}


def _within(char: str, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= ord(char) <= last for first, last in ranges)
