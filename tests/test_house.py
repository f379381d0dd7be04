"""The measures of the house: short files, one migration per app, no word that does not belong in the repository."""

import re
import statistics
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ["portal", "search", "home", "cases", "catalog", "flow", "accounts", "places", "papers", "core"]

# Written so that this file does not contain what it forbids.
FORBIDDEN = [
    r"/(?:wo" r"rk|fa" r"rm)/",
    r"\.\./sha" r"red\b",
    r"\.libr" r"ary/",
    r"https?://[\w.-]*(?:py" r"pi|npm" r"js|mav" r"en|deb" r"ian|cra" r"tes|gol" r"ang)[\w.-]*",
    r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X)\b",
]


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def lines_of(path: Path) -> int:
    return path.read_text(encoding="utf-8").count("\n")


def production_files() -> list[Path]:
    """Python that runs in a county: no migrations, no data, no empty `__init__`."""
    return [
        path
        for path in tracked()
        if path.suffix == ".py"
        and path.relative_to(ROOT).parts[0] in ROOMS
        and not {"migrations", "data"} & set(path.parts)
        and path.stat().st_size
    ]


def test_no_production_file_is_longer_than_500_lines():
    assert {str(path): lines_of(path) for path in production_files() if lines_of(path) > 500} == {}


def test_half_of_the_production_files_are_shorter_than_80_lines():
    assert statistics.median(lines_of(path) for path in production_files()) < 80


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_has_at_most_one_migration(room):
    migrations = [path.name for path in (ROOT / room / "migrations").glob("0*.py")]
    assert migrations in ([], ["0001_initial.py"])


@pytest.mark.parametrize("pattern", FORBIDDEN)
def test_no_word_that_does_not_belong_here(pattern):
    found = []
    for path in tracked():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{path.relative_to(ROOT)}: {match.group()}" for match in re.finditer(pattern, text)]
    assert found == []


def test_nothing_is_called_utils_or_services():
    assert [
        str(path) for path in tracked() if path.name in {"utils.py", "services.py", "helpers.py", "managers.py"}
    ] == []


def test_scripts_may_be_run():
    scripts = [path for path in tracked() if path.parent == ROOT / "script" and path.read_bytes()[:2] == b"#!"]
    assert len(scripts) >= 8
    assert [path.name for path in scripts if not path.stat().st_mode & 0o100] == []
