"""Where a long title breaks: in lines of nearly the same length, and not inside a word that can be told."""

from __future__ import annotations

from math import ceil

CLOSING = frozenset("，、。：；”’）》〕】·")
OPENING = frozenset("“‘（《〔【")
STICKY = frozenset("的了和与及")  # never at the head of a line
GOOD_ENDS = tuple("的、”》，年月日县镇乡村局")
APART = 3.0  # what a difference of one character costs against a place that is good or bad to break at


def balanced(text: str, most: int) -> list[str]:
    """The lines of `text`, none longer than `most` characters where that can be done."""
    width = _width(text)
    if width <= most or len(text) < 4:
        return [text]
    aim = width / ceil(width / most)
    cut = min(range(2, len(text) - 1), key=lambda place: _cost(text, place, aim, most))
    return [text[:cut], *balanced(text[cut:], most)]


def _cost(text: str, place: int, aim: float, most: int) -> float:
    before, after = text[place - 1], text[place]
    width = _width(text[:place])
    cost = abs(width - aim) * APART
    if width > most:
        cost += 1000
    if after in CLOSING or before in OPENING:
        cost += 500
    if before.isascii() and before.isalnum() and after.isascii() and after.isalnum():
        cost += 200
    if after in STICKY:
        cost += 30
    if text[:place].endswith(GOOD_ENDS) or after in OPENING:
        cost -= 12
    return cost + 30 * _inside_quotes(text[:place])


def _width(text: str) -> float:
    return sum(0.55 if char.isascii() else 1 for char in text)


def _inside_quotes(start: str) -> int:
    return sum(char in OPENING for char in start) - sum(char in "”’）》〕】" for char in start)
