"""Small working copies of the fonts: the 7,500 characters of GB/T 2312, under a family name of our own.

Embedding from a 15 MB font costs 10 ms a paper, from a 3 MB one 2 ms, and the embedded part is smaller too. Characters
beyond the set (rare names) come from the whole font, which stands second in every style sheet. Made once per machine.
"""

from __future__ import annotations

import io
import os
from pathlib import Path

import uharfbuzz
from fontTools.ttLib import TTFont

MICROSOFT, UNICODE_BMP, ENGLISH = 3, 1, 0x409


def common_characters() -> set[int]:
    """ASCII and all of GB/T 2312, with the signs that documents need besides."""
    found = set(range(0x20, 0x7F)) | {ord(char) for char in "〔〕—·¥√□"}
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            found.update(map(ord, bytes((row, cell)).decode("gb2312", "ignore")))
    return found


def working_copy(*, face: uharfbuzz.Face, source: Path, directory: Path, family: str, style: str) -> Path:
    """The small copy of `face` below `directory`; made when absent, in one step, for this very source file."""
    state = source.stat()
    target = directory / f"{family}-{style}-{state.st_size}-{int(state.st_mtime)}.font".replace(" ", "")
    if not target.exists():
        draft = directory / f"{target.name}.{os.getpid()}"
        draft.write_bytes(_small(face, family, style))
        draft.replace(target)
    return target


def _small(face: uharfbuzz.Face, family: str, style: str) -> bytes:
    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(common_characters())
    font = TTFont(io.BytesIO(uharfbuzz.subset(face, wanted).blob.data), recalcTimestamp=False, recalcBBoxes=False)
    names = {1: family, 2: style, 4: f"{family} {style}", 6: f"{family}-{style}".replace(" ", "")}
    font["name"].names = [record for record in font["name"].names if record.nameID in (0, 13, 14)]
    for number, text in names.items():
        font["name"].setName(text, number, MICROSOFT, UNICODE_BMP, ENGLISH)
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()
