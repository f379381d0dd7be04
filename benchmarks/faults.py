"""Fault runs: is anything lost or doubled when processes are killed, meet at the same instant, or the clock jumps?

    .venv/bin/python benchmarks/faults.py transitions [NUMBER]   four workers, one killed now and then (10000 moves)
    .venv/bin/python benchmarks/faults.py approvals [PAIRS]      two approvers decide the same case at once (1000)
    .venv/bin/python benchmarks/faults.py ticks [CASES]          two machines do the periodic work at once (40 of each kind)
    .venv/bin/python benchmarks/faults.py clock [NUMBER]         as transitions; the clock goes back an hour again and again

One run a call, on an empty database: DATABASE_URL chooses PostgreSQL (script/with-postgres), else SQLite in a directory of
its own; there several may be named, as transitions:50 clock:50, each on a county of its own. One JSON line a run; `faults`
says what was wrong, and the exit code is 1 when anything was.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.local")
HOME = tempfile.TemporaryDirectory(prefix="faults-", ignore_cleanup_errors=True)
os.environ["DATA_DIR"] = HOME.name

import django

django.setup()

from django.db import connection

from benchmarks.fault_runs import runs, world

SIZES = {"transitions": 10_000, "approvals": 1_000, "ticks": 40, "clock": 2_000}
RUNS: dict[str, Callable[[int, Path], dict[str, Any]]] = {
    "transitions": runs.transitions,
    "approvals": runs.approvals,
    "ticks": runs.ticks,
    "clock": runs.clock,
}


def run(name: str, size: int) -> int:
    began = time.monotonic()
    found = RUNS[name](size, Path(tempfile.mkdtemp(prefix=f"{name}-", dir=os.environ["DATA_DIR"])))
    faults = found.pop("faults")
    line = {
        "benchmark": f"faults {name}",
        "database": "PostgreSQL" if connection.vendor == "postgresql" else "SQLite",
        "machine": f"{os.cpu_count()} cores, Python {sys.version.split()[0]}",
        **found,
        "seconds": round(time.monotonic() - began, 1),
        "faults": len(faults),
        "first": faults[:5],
    }
    print(json.dumps(line, ensure_ascii=False), flush=True)
    return 1 if faults else 0


def main(wanted: list[tuple[str, int]]) -> int:
    world.prepare()
    if len(wanted) == 1:
        return run(*wanted[0])
    with world.kept_county() as as_it_was:
        status = 0
        for name, size in wanted:
            as_it_was()
            status |= run(name, size)
    return status


def read(words: list[str]) -> list[tuple[str, int]]:
    """`transitions 500`, or several with their sizes: `transitions:50 clock:50`."""
    names = [word for word in words if not word.isdecimal()] or ["transitions"]
    given = next((int(word) for word in words if word.isdecimal()), 0)
    pairs = [(name.partition(":")[0], int(name.partition(":")[2] or given)) for name in names]
    if any(name not in RUNS for name, _size in pairs):
        sys.exit(__doc__)
    return [(name, size or SIZES[name]) for name, size in pairs]


if __name__ == "__main__":
    sys.exit(main(read(sys.argv[1:])))
