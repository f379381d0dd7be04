"""Outside judges: where one is missing, its tests are skipped by name and reason; in CI a skip is a failure."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.papers.verapdf import why_not

ROOT = Path(__file__).resolve().parents[1]
# The shell without windows, of the same source package, walks the journey in 130 s where the whole browser takes 164.
CHROMIUM = shutil.which("chromium-headless-shell") or shutil.which("chromium") or "/usr/bin/chromium"


def chromium_is_missing() -> str:
    if not Path(CHROMIUM).exists():
        return "Chromium is not installed (apt-get install chromium-headless-shell)"
    if not shutil.which("fc-list"):
        return "fontconfig is not installed (apt-get install fontconfig)"
    fonts = subprocess.run(["fc-list", ":lang=zh-cn", "family"], capture_output=True, text=True, check=False).stdout
    return "" if fonts.strip() else "no Chinese font is installed (apt-get install fonts-noto-cjk)"


JUDGES = {"browser": chromium_is_missing, "pdf": why_not}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for name, missing in JUDGES.items():
        judged = [item for item in items if item.get_closest_marker(name)]
        reason = missing() if judged else ""
        for item in judged if reason else []:
            item.add_marker(pytest.mark.skip(reason=reason))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]):  # type: ignore[no-untyped-def]
    report = yield
    if os.environ.get("CI") == "true" and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.longrepr = f"{item.nodeid} was skipped, which is a failure in CI: {reason}"
    setattr(item, f"report_{report.when}", report)
    return report
