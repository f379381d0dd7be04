"""The fault runs of `benchmarks/faults.py`, short: nothing lost or doubled under kills, races and a jumping clock.

They run in a process of their own on a database of its own, so that a kill is a kill and a lock is a lock.
"""

import json
import os
import subprocess
import sys

import pytest
from django.conf import settings

pytestmark = [pytest.mark.django_db, pytest.mark.timeout(600)]
SHORT = {"transitions": 50, "approvals": 6, "ticks": 2, "clock": 50}


@pytest.fixture(scope="module")
def figures(empty_copy, tmp_path_factory):
    """What each run found; all four in one process, each on a county of its own."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "portal.settings.local",
        "EMPTY_COPY": str(empty_copy or ""),
        "TMPDIR": str(tmp_path_factory.mktemp("faults")),
    }
    wanted = [f"{run}:{size}" for run, size in SHORT.items()]
    command = [sys.executable, str(settings.ROOT / "benchmarks" / "faults.py"), *wanted]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, cwd=settings.ROOT)
    lines = [json.loads(line) for line in ended.stdout.splitlines()]
    assert len(lines) == len(SHORT), ended.stderr
    return dict(zip(SHORT, lines, strict=True))


@pytest.mark.sqlite
@pytest.mark.skipif("DATABASE_URL" in os.environ, reason="the whole runs are for PostgreSQL: benchmarks/faults.py")
@pytest.mark.parametrize("run", SHORT)
def test_nothing_is_lost_or_doubled(run, figures):
    found = figures[run]
    assert (found["faults"], found["first"]) == (0, [])
    if run == "approvals":
        assert sum(found["won"].values()) == sum(found["said"].values()) == SHORT[run]
    if run in ("transitions", "clock"):
        assert found["kills"] and found["moves"] >= SHORT[run]
    if run == "ticks":
        assert found["renewed"] == SHORT[run]
