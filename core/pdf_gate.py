"""What a handed-in PDF must not be: broken off, locked, or a program.

The bytes are searched, not parsed: names hidden in compressed streams pass. Browsers keep what runs inside a PDF away
from our pages anyway; this gate spares people trouble rather than being the last wall.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import IO

logger = logging.getLogger(__name__)
_CHUNK = 1024 * 1024
_TAIL = 8192
_PROGRAMS = (b"/JavaScript", b"/Launch")


def is_complete(file: IO[bytes], size: int) -> bool:
    """A PDF ends with its table of contents; a broken download does not."""
    file.seek(max(0, size - _TAIL))
    return b"startxref" in file.read(_TAIL)


def carries_program(file: IO[bytes]) -> bool:
    return any(name in window for window in _windows(file) for name in _PROGRAMS)


def is_locked(file: IO[bytes]) -> bool:
    """Whether it opens only with a password. Papers that merely forbid printing open without one and are welcome."""
    if not any(b"/Encrypt" in window for window in _windows(file)):
        return False
    from pyhanko.pdf_utils.crypt import AuthStatus
    from pyhanko.pdf_utils.reader import PdfFileReader

    file.seek(0)
    try:
        reader = PdfFileReader(file, strict=False)
        if not reader.encrypted:
            return False
        return bool(reader.decrypt("").status == AuthStatus.FAILED)
    except Exception as error:  # parsers raise whatever they stumble over; unreadable for us, not proof of a lock
        logger.info("A handed-in PDF could not be parsed: %s", error)
        return False


def _windows(file: IO[bytes]) -> Iterator[bytes]:
    """The whole file by pieces that overlap, so that no name is cut in two."""
    file.seek(0)
    tail = b""
    while chunk := file.read(_CHUNK):
        yield tail + chunk
        tail = chunk[-16:]
