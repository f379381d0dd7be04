"""The rules of law, the places in the code that keep them and the tests that prove them, gathered for a page to read."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml
from django.conf import settings

from portal.law_acts import by_article
from portal.law_terms import HOLIDAYS, term_rows

DATA = Path(__file__).parent / "data" / "law.yaml"
TO_BE_TESTED = ("case", "clock", "paper", "certificate", "item")


@dataclass(frozen=True)
class Rule:
    """`where` names files, with `:name` a name in them; `later` says which later part the rule waits for."""

    rule: str
    part: str
    article: str
    text: str
    where: tuple[str, ...] = ()
    later: str = ""


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    rows = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    return tuple(Rule(**{**row, "where": tuple(row.get("where", ()))}) for row in rows)


def proofs_by_rule(root: Path | None = None) -> dict[str, list[str]]:
    """Rule to `file::test`, read from the markers `@pytest.mark.law("R8")` without running anything."""
    base = root or settings.ROOT
    found: dict[str, list[str]] = {}
    for path in sorted((base / "tests").rglob("test_*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
            for number in _numbers(function):
                found.setdefault(number, []).append(f"{path.relative_to(base)}::{function.name}")
    return found


def _numbers(function: ast.FunctionDef) -> Iterator[str]:
    for mark in function.decorator_list:
        if isinstance(mark, ast.Call) and isinstance(mark.func, ast.Attribute) and mark.func.attr == "law":
            yield from (str(value.value) for value in mark.args if isinstance(value, ast.Constant))


def missing_places(root: Path | None = None) -> list[str]:
    """Places of the registry that are no longer there."""
    base = root or settings.ROOT
    return [f"{rule.rule}: {place}" for rule in rules() for place in rule.where if not _is_there(base, place)]


def _is_there(base: Path, place: str) -> bool:
    name, _colon, word = place.partition(":")
    path = base / name
    return path.exists() and (not word or word in path.read_text(encoding="utf-8"))


def draw() -> str:
    """The page docs/law.md."""
    tests = proofs_by_rule()
    lines = [
        "# 法律规则与证明",
        "",
        "由 `manage.py draw_law` 生成，不要手改。规则见 `portal/data/law.yaml`，测试用 `@pytest.mark.law` 标出编号。",
        "",
    ]
    for rule in rules():
        lines += [f"## {rule.rule}", "", rule.text, "", f"依据：{rule.article}", ""]
        if rule.later:
            lines += [rule.later, ""]
        lines += [f"* 代码：`{place}`" for place in rule.where]
        lines += [f"* 测试：`{test}`" for test in tests.get(rule.rule, [])]
        lines += [""] if lines[-1] else []
    lines += [*_terms(), *_articles()]
    return "\n".join(lines).rstrip() + "\n"


def _terms() -> list[str]:
    head = [
        "## 期限",
        "",
        HOLIDAYS,
        "",
        "| 期限 | 起算 | 长度 | 依据 | 停止计算 | 期满后 |",
        "|---|---|---|---|---|---|",
    ]
    rows = [
        [row.name, row.begins, row.length + ("（可设定）" if row.default else ""), row.law, row.stops, row.after]
        for row in term_rows()
    ]
    return [*head, *(f"| {' | '.join(row)} |" for row in rows), ""]


def _articles() -> list[str]:
    """The sentences people are told when the condition is not met."""
    lines = ["## 各项行为遵守的条文", "", "引号内是条件不满足时告知的话，括号内是适用的行为。", ""]
    for law, conditions in by_article().items():
        lines += [f"### {law}", ""]
        lines += [f"* “{' / '.join(one['sentences'])}”（{'、'.join(one['acts'])}）" for one in conditions]
        lines += [""]
    return lines
