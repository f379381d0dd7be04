"""Read gettext catalogues: as much of the format as the translation check needs."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

CHINESE = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd%]|\{\w*\}|<[^>]+>|&\w+;")
ENGLISH_WORD = re.compile(r"[A-Za-z]?[a-z]{2,}")


def has_english(text: str) -> bool:
    return bool(ENGLISH_WORD.search(PLACEHOLDER.sub("", text)))


@dataclass
class Message:
    """One entry. `key` is what gettext looks it up by: context and text."""

    place: str = ""
    context: str = ""
    text: str = ""
    chinese: list[str] = field(default_factory=list)
    fuzzy: bool = False

    @property
    def key(self) -> tuple[str, str]:
        return self.context, self.text

    @property
    def translated(self) -> bool:
        return bool(self.text and self.chinese and all(self.chinese) and not self.fuzzy)

    @property
    def looks_english(self) -> bool:
        """Words of English where Chinese belongs; marks, numbers and names in capitals are the same in both."""
        return has_english(self.text) and any(not CHINESE.search(text) and has_english(text) for text in self.chinese)


def read_catalogue(path: Path) -> Iterator[Message]:
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        message = _read_block(block, str(path.name))
        if message is not None:
            yield message


def _read_block(block: str, place: str) -> Message | None:
    message, current = Message(place=place), ""
    values: dict[str, str] = {}
    for line in block.splitlines():
        if line.startswith("#:") and message.place == place:
            message.place = line[2:].split()[0]
        elif line.startswith("#,"):
            message.fuzzy = "fuzzy" in line
        elif line.startswith('"'):
            values[current] += ast.literal_eval(line)
        elif line.startswith("msg"):
            current, _, quoted = line.partition(" ")
            values[current] = ast.literal_eval(quoted)
    if "msgid" not in values:
        return None
    message.context, message.text = values.get("msgctxt", ""), values["msgid"]
    message.chinese = [value for name, value in values.items() if name.startswith("msgstr")]
    return message
