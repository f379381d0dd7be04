"""What a handed-in office package (docx, xlsx, ofd: zip containers) must not be: something else, a bomb, a program."""

from __future__ import annotations

import re
import zipfile
from typing import IO

MOST_PARTS = 5_000
MOST_UNPACKED = 300 * 1024 * 1024
_PROGRAM = re.compile(r"vbaproject|/activex/|\.(exe|dll|js|vbs|bat|cmd|ps1|scr|jar|msi|com|lnk|hta)$", re.IGNORECASE)


def part_names(file: IO[bytes]) -> list[str] | None:
    """The names of its parts; None if it is no readable container or would unpack to more than 300 MB.

    Only the directory at the end of the file is read, nothing is unpacked.
    """
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as package:
            parts = package.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return None
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        return None
    return None if any(part.flag_bits & 1 for part in parts) else [part.filename for part in parts]


def carries_program(names: list[str]) -> bool:
    return any(_PROGRAM.search(name) for name in names)
