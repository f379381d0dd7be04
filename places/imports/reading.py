"""From the bytes of a file to planned days, or to sentences that name the line."""

from __future__ import annotations

from django.utils.translation import gettext as _

from .csv_days import read_csv
from .found import ReadFile
from .ics_days import read_ics

LARGEST_FILE = 1024 * 1024  # bytes; a year of days takes 30 KB
# Spreadsheets in China save CSV in the national encoding.
ENCODINGS = ("utf-8-sig", "gb18030")

__all__ = ["LARGEST_FILE", "ReadFile", "read_calendar_file"]


def read_calendar_file(content: bytes) -> ReadFile:
    """What kind of file it is says its first line, not its name."""
    if len(content) > LARGEST_FILE:
        return ReadFile(problems=[_("The file is larger than 1 MB; a calendar of a year is much smaller.")])
    text = _decoded(content)
    if text is None:
        return ReadFile(problems=[_("The file is no text. Please save it as CSV (UTF-8) or ICS.")])
    if text.lstrip().upper().startswith("BEGIN:VCALENDAR"):
        return read_ics(text)
    return read_csv(text)


def _decoded(content: bytes) -> str | None:
    if b"\0" in content:
        return None
    for encoding in ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None
