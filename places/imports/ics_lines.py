"""The lines of an ICS file (RFC 5545 §3.1): unfolded, with name, parameters and value apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

ESCAPES = re.compile(r"\\([\\;,nN])")
# Name, parameters of which a value may be quoted and then hold a colon, value.
LINE = re.compile(
    r'(?P<name>[A-Za-z0-9-]+)(?P<parameters>(?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:]*)*)*):(?P<value>.*)', re.S
)
PARAMETER = re.compile(r';([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:])*)')


@dataclass(frozen=True)
class Line:
    """`number` is the line of the file it begins on. `value` as it stands there: only texts are escaped."""

    number: int
    name: str
    parameters: dict[str, str]
    value: str

    @property
    def text(self) -> str:
        return ESCAPES.sub(lambda match: "\n" if match[1] in "nN" else match[1], self.value).strip()


def content_lines(text: str) -> Iterator[Line | int]:
    """Lines in order; the bare number of a line that cannot be read."""
    for number, raw in _unfolded(text):
        match = LINE.fullmatch(raw)
        if match is None:
            yield number
            continue
        parameters = {name.upper(): value.strip('"') for name, value in PARAMETER.findall(match["parameters"])}
        yield Line(number, match["name"].upper(), parameters, match["value"])


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """A line that begins with a blank goes on from the one before; empty lines are passed over."""
    begun, number = "", 0
    for at, raw in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), start=1):
        if raw[:1] in (" ", "\t") and begun:
            begun += raw[1:]
            continue
        if begun:
            yield number, begun
        begun, number = raw.rstrip(), at
    if begun:
        yield number, begun
