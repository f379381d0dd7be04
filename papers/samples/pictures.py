"""Drawn pictures for samples: strokes that stand for a signature, and plain scenes that stand for photographs."""

from __future__ import annotations

import base64
import io
import random
from functools import cache

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 420, 150
INK = "#1a2a52"


@cache
def signature(seed: int) -> str:
    """A data URI: some connected strokes, the same for the same seed."""
    chance = random.Random(seed)
    picture = Image.new("L", (WIDTH, HEIGHT), 255)
    draw = ImageDraw.Draw(picture)
    for left in (30, 155, 280):
        for _ in range(chance.randint(4, 6)):
            _stroke(draw, chance, left)
    return _as_uri(
        Image.merge("RGB", [picture.point([max(level, floor) for level in range(256)]) for floor in _rgb(INK)])
    )


def _stroke(draw: ImageDraw.ImageDraw, chance: random.Random, left: int) -> None:
    """A quadratic curve across one character's box, thick in the middle."""
    (x0, y0), (x1, y1), (x2, y2) = ((left + chance.randint(0, 105), chance.randint(18, 132)) for _ in range(3))
    for step in range(61):
        t = step / 60
        x = (1 - t) ** 2 * x0 + 2 * t * (1 - t) * x1 + t**2 * x2
        y = (1 - t) ** 2 * y0 + 2 * t * (1 - t) * y1 + t**2 * y2
        radius = 1.6 + 2.2 * t * (1 - t) * 2
        draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=0)


@cache
def scene(seed: int) -> str:
    """A data URI: a house below hills, the same for the same seed."""
    chance = random.Random(seed)
    picture = Image.new("RGB", (640, 420), "#cfe0ea")
    draw = ImageDraw.Draw(picture)
    for tone in ("#8fa88d", "#6f8f6e"):
        ridge = [(x, chance.randint(150, 230)) for x in range(0, 721, 90)]
        draw.polygon([(0, 420), *ridge, (720, 420)], fill=tone)
    draw.rectangle((0, 330, 640, 420), fill="#b7a483")
    left = chance.randint(140, 240)
    draw.rectangle((left, 210, left + 260, 350), fill="#efe6d6", outline="#5c5040", width=3)
    draw.polygon([(left - 24, 214), (left + 130, 140), (left + 284, 214)], fill="#7a3b2c")
    draw.rectangle((left + 105, 262, left + 155, 350), fill="#6a4a34")
    for window in (left + 30, left + 190):
        draw.rectangle((window, 250, window + 44, 294), fill="#8fb6cc", outline="#5c5040", width=3)
    return _as_uri(picture)


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[index : index + 2], 16) for index in (1, 3, 5))


def _as_uri(picture: Image.Image) -> str:
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return "data:image/png;base64," + base64.b64encode(out.getvalue()).decode("ascii")
