"""An empty copy of the migrated test database, kept between runs: migrating takes half a minute, copying a moment.

Of the processes of one run the first makes it while the others wait for it.

The copy is named by what it was made from: migrations, the data and receivers they and `post_migrate` use, and the lock.
`--create-db` and another database than SQLite do without it.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parents[1]
SOURCES = [
    "requirements.txt",
    "portal/settings/*.py",
    "*/migrations/*.py",
    "*/models/*.py",
    "*/models.py",
    "*/apps.py",
    "*/receivers.py",
    "*/data/*",
    "core/append_only.py",
]


def sources() -> Iterator[Path]:
    for pattern in SOURCES:
        yield from sorted(path for path in ROOT.glob(pattern) if path.is_file())


def digest() -> str:
    made_from = hashlib.sha256()
    for path in sources():
        made_from.update(f"{path.relative_to(ROOT)}\0".encode() + path.read_bytes())
    return made_from.hexdigest()[:16]


def my_turn(copy: Path) -> IO[bytes]:
    """Waits until nobody else is making the copy; others wait until what is returned here is closed."""
    turn = copy.with_suffix(".lock").open("wb")
    fcntl.flock(turn, fcntl.LOCK_EX)
    return turn


def keep(database: Path, copy: Path) -> None:
    """Only a whole copy ever gets the name."""
    for outdated in copy.parent.glob("*.sqlite3"):
        outdated.unlink(missing_ok=True)
    draft = copy.with_suffix(f".{os.getpid()}")
    with sqlite3.connect(database) as connection:
        connection.execute("VACUUM INTO ?", [str(draft)])
    draft.replace(copy)


def lay_out(copy: Path, database: Path) -> bool:
    """Put the copy where the test database will be looked for; False when there is none."""
    try:
        shutil.copyfile(copy, database)
    except FileNotFoundError:
        return False
    return True
