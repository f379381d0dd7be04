"""What a worker does next with a case: real verbs, chosen by the state it finds and by chance."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Any

from accounts.actors import Actor
from benchmarks.fault_runs.world import People, all_in_order
from cases.domain.correct import Defect, request_correction
from cases.domain.decide import deny_case, grant_case
from cases.domain.deliver import deliver_at_window
from cases.domain.intake import accept_case
from cases.domain.materials import check_materials, hand_in_paper
from cases.domain.review import give_opinion, start_review
from cases.domain.serve import confirm_post, send_by_post
from cases.domain.special import extend_case, propose_extension
from cases.domain.withdraw import withdraw_case
from cases.enums import MaterialState, Status
from cases.models import Case

Verb = Callable[..., Any]
LIVE = (
    Status.RECEIVED,
    Status.CORRECTION_REQUIRED,
    Status.ACCEPTED,
    Status.REVIEWING,
    Status.GRANTED,
    Status.DENIED,
    Status.DELIVERING,
)
# How many moves of the state one act makes.
MOVES = {
    "submit": 1,
    "accept": 1,
    "request_correction": 1,
    "start_review": 1,
    "extend": 1,
    "grant": 1,
    "deny": 1,
    "deliver_at_window": 2,
    "send_by_post": 1,
    "confirm_post": 1,
    "withdraw": 1,
}


@dataclass(frozen=True)
class Act:
    """`count` is how many rows of its kind the act writes when it checks several papers at once."""

    verb: str
    actor: Actor
    run: Callable[[Actor, datetime], Any]
    count: int = 1


def next_act(case: Case, people: People, chance: Random) -> Act:
    by_state = {
        Status.RECEIVED: _first_check,
        Status.CORRECTION_REQUIRED: _after_correction,
        Status.ACCEPTED: _begin_review,
        Status.REVIEWING: _review,
        Status.GRANTED: _deliver,
        Status.DENIED: _deliver,
        Status.DELIVERING: _confirm,
    }
    return by_state[Status(case.status)](case, people, chance)


def _act(verb: str, actor: Actor, act: Verb, case: Case, *, count: int = 1, **given: Any) -> Act:
    return Act(verb, actor, lambda who, now: act(case=case, actor=who, now=now, **given), count)


def _first_check(case: Case, people: People, chance: Random) -> Act:
    throw = chance.random()
    if throw < 0.03:
        return _act("withdraw", people.clerk, withdraw_case, case, reason="本人要求")
    if throw < 0.12:
        material = chance.choice(list(case.materials.all()))
        defects = [Defect(material.key, material.name, "字迹不清", "请重新提供")]
        return _act("request_correction", people.clerk, request_correction, case, defects=defects)
    return _check_or_accept(case, people)


def _check_or_accept(case: Case, people: People) -> Act:
    findings = all_in_order(case)
    settled = (MaterialState.OK, MaterialState.SHARED)
    if any(material.state not in settled for material in case.materials.all()):
        return _act("check", people.clerk, check_materials, case, count=len(findings), findings=findings)
    return _act("accept", people.clerk, accept_case, case)


def _after_correction(case: Case, people: People, chance: Random) -> Act:
    notice = case.correction
    wanted = [item for item in notice.items.all() if item.supplied_at is None] if notice else []
    if not wanted:
        return _check_or_accept(case, people)
    item = wanted[0]

    def supply(*, case: Case, actor: Actor, now: datetime) -> None:
        hand_in_paper(
            application=case.application, key=item.key, name=item.name, seen_on_paper=True, actor=actor, now=now
        )

    return _act("supply", people.clerk, supply, case)


def _begin_review(case: Case, people: People, chance: Random) -> Act:
    return _act("start_review", people.reviewer, start_review, case)


def _review(case: Case, people: People, chance: Random) -> Act:
    if not case.opinions.exists():
        return _act("give_opinion", people.reviewer, give_opinion, case, conclusion="grant", text="情况属实。")
    if case.extension_count == 0 and chance.random() < 0.1:
        if case.proposals.filter(verb="extend", state="open").exists():
            return _act("extend", people.head, extend_case, case)
        return _act("propose_extension", people.reviewer, propose_extension, case, days=5, reason="需要核实")
    approver = chance.choice([people.approver, people.second_approver])
    if chance.random() < 0.15:
        return _act("deny", approver, deny_case, case, reasons="不符合条件", basis="办法第二条")
    return _act("grant", approver, grant_case, case)


def _deliver(case: Case, people: People, chance: Random) -> Act:
    if chance.random() < 0.2:
        post = {"carrier": "邮政", "receipt_number": f"EMS{case.pk}", "address": "柳树村"}
        return _act("send_by_post", people.clerk, send_by_post, case, **post)
    return _act("deliver_at_window", people.clerk, deliver_at_window, case, receiver="本人")


def _confirm(case: Case, people: People, chance: Random) -> Act:
    return _act("confirm_post", people.clerk, confirm_post, case, receiver="王某", relation="本人")
