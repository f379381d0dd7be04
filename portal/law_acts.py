"""Every act of a case as a lawyer reads it: who may, from which state to which, under which conditions, with which papers.

The sentences are those that people are told when a condition is not met; they are read out of the conditions themselves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from types import CodeType, FunctionType
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext

from accounts.models import Role
from cases.enums import Status
from cases.models import Case
from cases.rules.verbs import VERBS
from cases.rules.verbs.base import AGENT, APPLICANT, EVERYBODY, SYSTEM, Verb
from flow.conditions import Condition
from flow.machine import registered
from papers.catalogue import KINDS

PEOPLE = {APPLICANT: "申请人", AGENT: "代理人", SYSTEM: "系统定时办理", EVERYBODY: "任何人"}
RULES_OF_OURS = "cases.rules"
_PLACE = re.compile(r"%\((\w+)\)[sd]")
PLACES = {
    "papers": "名称",
    "answers": "填报内容",
    "unit": "承办单位",
    "day": "日期",
    "due": "日期",
    "first": "日期",
    "last": "日期",
    "state": "当前状态",
    "days": "天数",
    "item": "事项名称",
    "number": "编号",
    "name": "姓名",
    "kind": "种类",
    "stage": "环节",
}


@dataclass(frozen=True)
class Rule:
    """One condition of an act. `override`: who may set it aside once, with a reason on record."""

    code: str
    law: str
    sentences: tuple[str, ...]
    override: str


@dataclass(frozen=True)
class Act:
    name: str
    label: str
    may: str
    moves: tuple[str, ...]
    papers: str
    rules: tuple[Rule, ...]


def acts() -> list[Act]:
    return _acts(get_language() or "")


@lru_cache(maxsize=4)
def _acts(language: str) -> list[Act]:
    edges = _edges()
    return [
        Act(
            name=verb.name,
            label=str(verb.label),
            may="、".join(dict.fromkeys(_who(one) for one in verb.may)),
            moves=tuple(line for move in verb.moves for line in edges[move]),
            papers="、".join(KINDS[code].name for code in verb.papers),
            rules=tuple(_rules(verb)),
        )
        for verb in VERBS.values()
    ]


def _rules(verb: Verb) -> Iterator[Rule]:
    for condition in verb.conditions:
        yield Rule(
            code=condition.code,
            law="" if condition.law.startswith("domain.md") else condition.law,
            sentences=sentences_of(condition),
            override="、".join(_who(one) for one in condition.override),
        )


def _who(one: str) -> str:
    return PEOPLE.get(one) or str(Role(one).label)


def _edges() -> dict[str, list[str]]:
    """By the bare move: 'T2 收件 → 已受理'."""
    machine = next(one for one in registered() if one.key == Case._meta.label_lower)
    found: dict[str, list[str]] = {}
    for edge in machine.edges:
        line = f"{edge.number} {Status(edge.source).label} → {Status(edge.target).label}"
        found.setdefault(edge.name, []).append(line)
    return found


def by_article() -> dict[str, list[dict[str, Any]]]:
    """Article to its conditions, each with what people are told and the acts that ask it."""
    found: dict[str, dict[tuple[str, ...], list[str]]] = {}
    for act in acts():
        for rule in act.rules:
            if rule.law:
                found.setdefault(rule.law, {}).setdefault(rule.sentences, []).append(act.label)
    return {
        law: [{"sentences": sentences, "acts": list(dict.fromkeys(labels))} for sentences, labels in told.items()]
        for law, told in sorted(found.items(), key=lambda pair: _in_order(pair[0]))
    }


def _in_order(law: str) -> tuple[str, int, str]:
    name, _blank, articles = law.partition(" ")
    number = re.search(r"\d+", articles)
    return name, int(number[0]) if number else 0, articles


def sentences_of(condition: Condition[Any]) -> tuple[str, ...]:
    """What people may be told by it, in the order of the code, with 〔…〕 for what depends on the case."""
    found = [_told(text) for text in _messages(condition.reason, set())]
    return tuple(dict.fromkeys(text for text in found if text.endswith("。")))


def _told(message: str) -> str:
    return _PLACE.sub(lambda match: f"〔{PLACES.get(match[1], '具体内容')}〕", gettext(message))


def _messages(reason: Callable[..., Any], seen: set[object]) -> Iterator[str]:
    """The texts in the code of a condition, of what it was made with, and of the rules that it calls."""
    function = getattr(reason, "__wrapped__", reason)
    if not isinstance(function, FunctionType) or function in seen:
        return
    seen.add(function)
    yield from _constants(function.__code__)
    for cell in function.__closure__ or ():
        held = cell.cell_contents
        if isinstance(held, Promise):
            yield str(held)
        elif isinstance(held, FunctionType):
            yield from _messages(held, seen)
    for name in function.__code__.co_names:
        called = function.__globals__.get(name)
        if isinstance(called, FunctionType) and called.__module__.startswith(RULES_OF_OURS):
            yield from _messages(called, seen)
        elif isinstance(called, Condition):
            yield from _messages(called.reason, seen)


def _constants(code: CodeType) -> Iterator[str]:
    for constant in code.co_consts:
        if isinstance(constant, str) and gettext(constant) != constant:
            yield constant
        elif isinstance(constant, CodeType):
            yield from _constants(constant)
