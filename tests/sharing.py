"""How the processes of a run share its tests: one by one, but tests that stand on the same costly thing stay together.

Named by `--dist loadscope`. The largest group goes out first, so that one process draws the papers, which need no
database, while the other one migrates.
"""

from __future__ import annotations

from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

TOGETHER = ("tests/papers/", "tests/faults/test_faults.py")


class Sharing(LoadScopeScheduling):
    def _split_scope(self, nodeid: str) -> str:
        return next((start for start in TOGETHER if nodeid.startswith(start)), nodeid)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Sharing | None:
    return Sharing(config, log) if config.getvalue("dist") == "loadscope" else None
