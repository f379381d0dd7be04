"""The outside judge of papers: veraPDF, one JVM for all files of a call."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
FLAVOURS = frozenset({"PDF/A-3a", "PDF/UA-1"})


def jar() -> Path:
    return Path(os.environ.get("VERAPDF_JAR") or ROOT / "var/tools/verapdf.jar")


def why_not() -> str:
    """Why the judge cannot be asked; empty when it can."""
    if shutil.which("java") is None:
        return "veraPDF needs Java: apt-get install default-jre-headless"
    return "" if jar().exists() else f"veraPDF is not at {jar()}: run script/verapdf"


def problems(files: Sequence[Path], flavours: frozenset[str] = FLAVOURS) -> dict[str, list[str]]:
    """By file name, everything that keeps it from claiming and passing exactly these flavours; all empty is a pass."""
    jvm = ["java", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true"]
    ask = ["-jar", str(jar()), "-f", "0", "--format", "json", "--loglevel", "0", "--maxfailuresdisplayed", "2"]
    run = subprocess.run([*jvm, *ask, *map(str, files)], capture_output=True, text=True, timeout=110, check=False)
    found = {file.name: ["not examined"] for file in files}
    for job in json.loads(run.stdout)["report"]["jobs"]:
        found[Path(job["itemDetails"]["name"]).name] = _of_job(job, flavours)
    return found


def _of_job(job: dict[str, Any], flavours: frozenset[str]) -> list[str]:
    if "validationResult" not in job:
        return [job.get("taskException", {}).get("exceptionMessage", "no result")]
    claimed = {result["profileName"].split()[0]: result for result in job["validationResult"]}
    faults = [f"{name} is not claimed" for name in sorted(flavours - claimed.keys())]
    faults += [f"{name} is claimed as well" for name in sorted(claimed.keys() - flavours)]
    for name, result in claimed.items():
        for rule in result["details"]["ruleSummaries"]:
            if rule["ruleStatus"] == "FAILED":
                place = (rule.get("checks") or [{}])[0].get("context", "")
                faults.append(f"{name} {rule['clause']}-{rule['testNumber']}: {rule['description']} [{place[-90:]}]")
    return faults
