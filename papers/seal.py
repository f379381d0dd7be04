"""The round seal of a unit, drawn as vector outlines: circle, name along the ring, star, one line below the star.

Sizes follow the State Council's rules on official seals (国发〔1999〕25号): round, 42 mm, a star in the middle, the name in
Song type from left to right along the ring. The drawing is PDF page operators without any font, so that it can be the
appearance of a signature field as it is. It is the mark of this system's signature, not a registered physical seal.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from math import cos, pi, radians, sin

import uharfbuzz

from core.errors import Reason, Refused
from papers.fonts import font_face
from papers.rare import fallback_for, no_shape

DIAMETER = 42 * 72 / 25.4  # points
RED = "0.79 0.10 0.09"
SERIF_BOLD = 1
_RADIUS = DIAMETER / 2


@dataclass(frozen=True)
class Seal:
    """`operators`: PDF content within a square of `size` points whose origin is its lower left corner."""

    operators: bytes
    size: float = DIAMETER


@lru_cache(maxsize=128)
def draw_seal(name: str, line: str = "") -> Seal:
    """The seal of the unit `name`; `line` stands below the star (政务服务专用章, 演示专用)."""
    parts = [f"{RED} rg {RED} RG", _ring(), _star(_RADIUS * 0.30, 0.0), *_ring_text(name)]
    if line:
        parts.extend(_straight_text(line))
    return Seal("\n".join(parts).encode("ascii"))


def _ring() -> str:
    """A circle line of 1.2 mm, drawn with four Bézier curves."""
    width = 1.2 * 72 / 25.4
    return f"{width:.2f} w {_circle(_RADIUS, _RADIUS, _RADIUS - width / 2)} S"


def _circle(x: float, y: float, r: float) -> str:
    k = 0.5523 * r
    points = (
        (x + r, y + k, x + k, y + r, x, y + r),
        (x - k, y + r, x - r, y + k, x - r, y),
        (x - r, y - k, x - k, y - r, x, y - r),
        (x + k, y - r, x + r, y - k, x + r, y),
    )
    curves = " ".join(" ".join(f"{value:.2f}" for value in curve) + " c" for curve in points)
    return f"{x + r:.2f} {y:.2f} m {curves} h"


def _star(radius: float, lift: float) -> str:
    """A five-pointed star; the inner corners lie at 0.382 of the radius."""
    corners = []
    for index in range(10):
        angle, far = pi / 2 + index * pi / 5, radius if index % 2 == 0 else radius * 0.382
        corners.append(f"{_RADIUS + far * cos(angle):.2f} {_RADIUS + lift + far * sin(angle):.2f}")
    return f"{corners[0]} m " + " ".join(f"{corner} l" for corner in corners[1:]) + " h f"


def _ring_text(name: str) -> list[str]:
    """The name along the upper arc, one upright character after another, narrowed when it is long."""
    count = len(name)
    size = _RADIUS * (0.31 if count <= 13 else 0.26)
    inner = _RADIUS * 0.90 - size * 0.96  # where the feet of the characters stand
    span = min(252.0, 26.0 * (count - 1))
    step = span / (count - 1) if count > 1 else 0.0
    room = 2 * pi * (inner + size * 0.35) * step / 360 if step else size
    width = min(1.0, room / size * 0.98)
    placed = []
    for index, char in enumerate(name):
        turn = radians(span / 2 - index * step)  # anticlockwise from the top
        across, up = (cos(turn), sin(turn)), (-sin(turn), cos(turn))
        x, y = _RADIUS + inner * up[0], _RADIUS + inner * up[1]
        placed.append(_placed(char, size, width, x, y, across, up))
    return placed


def _straight_text(line: str) -> list[str]:
    """One line below the star, at most 60 % of the diameter wide."""
    size = min(_RADIUS * 0.2, DIAMETER * 0.60 / len(line))
    left = _RADIUS - size * (len(line) - 1) / 2
    return [
        _placed(char, size, 1.0, left + index * size, _RADIUS * 0.33, (1.0, 0.0), (0.0, 1.0))
        for index, char in enumerate(line)
    ]


def _placed(
    char: str, size: float, width: float, x: float, y: float, across: tuple[float, float], up: tuple[float, float]
) -> str:
    """One character, its foot centred on (x, y), with its own axes."""
    scale = size / _face_of(char).upem
    matrix = (
        across[0] * scale * width,
        across[1] * scale * width,
        up[0] * scale,
        up[1] * scale,
        x - across[0] * size * width / 2,
        y - across[1] * size * width / 2,
    )
    numbers = " ".join(f"{value:.6f}" if index < 4 else f"{value:.3f}" for index, value in enumerate(matrix))
    return f"q {numbers} cm {_outline(char)} f Q"


@lru_cache(maxsize=512)
def _outline(char: str) -> str:
    """The glyph as path operators in font units, standing on its em box's bottom rather than on the baseline."""
    pen = _PathPen()
    font = uharfbuzz.Font(_face_of(char))
    glyph = font.get_nominal_glyph(ord(char))
    if glyph:
        font.draw_glyph_with_pen(glyph, pen)
    return " ".join(pen.operators)


def _face_of(char: str) -> uharfbuzz.Face:
    """A village may bear a rare name: its seal takes the character from the fallback. Raises Refused without one."""
    if ord(char) in _in_bold():
        return font_face(SERIF_BOLD)
    font = fallback_for(char)
    if font is None and not char.isspace():
        raise Refused([Reason("paper.character", no_shape(char))])
    return font.face if font else font_face(SERIF_BOLD)


@cache
def _in_bold() -> frozenset[int]:
    return frozenset(font_face(SERIF_BOLD).unicodes)


class _PathPen:
    """Collects outlines as PDF operators; quadratic curves become cubic ones. Font units, raised by the descent."""

    LIFT = 120

    def __init__(self) -> None:
        self.operators: list[str] = []
        self._at = (0.0, 0.0)

    def moveTo(self, point: tuple[float, float]) -> None:
        self._at = point
        self.operators.append(f"{self._pair(point)} m")

    def lineTo(self, point: tuple[float, float]) -> None:
        self._at = point
        self.operators.append(f"{self._pair(point)} l")

    def curveTo(self, *points: tuple[float, float]) -> None:
        self._at = points[-1]
        self.operators.append(" ".join(self._pair(point) for point in points) + " c")

    def qCurveTo(self, control: tuple[float, float], end: tuple[float, float]) -> None:
        (x, y), (cx, cy), (ex, ey) = self._at, control, end
        self.curveTo(
            (x + (cx - x) * 2 / 3, y + (cy - y) * 2 / 3), (ex + (cx - ex) * 2 / 3, ey + (cy - ey) * 2 / 3), end
        )

    def closePath(self) -> None:
        self.operators.append("h")

    def endPath(self) -> None:
        """An open contour needs no closing operator."""

    def _pair(self, point: tuple[float, float]) -> str:
        return f"{point[0]:.0f} {point[1] + self.LIFT:.0f}"
