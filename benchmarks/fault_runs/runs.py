"""The four runs. Each returns its figures, with `faults`: a sentence for everything that is not as it must be."""

from __future__ import annotations

import os
import signal
import time
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import Any

from django.db import connections
from django.utils import timezone

from benchmarks.fault_runs import judge, terms
from benchmarks.fault_runs.journal import Journal, read
from benchmarks.fault_runs.walk import MOVES, Act
from benchmarks.fault_runs.workers import Crew, attempt, fork, jumping, steady
from benchmarks.fault_runs.world import find_people, reviewed
from cases.domain.decide import deny_case, grant_case
from cases.enums import DECIDED, Status
from cases.models import Case, CaseEvent, Certificate

SEED = 20261102
KILLS_EVERY = 1.5  # seconds; in a short run often enough all the same
SHORT = 1000
Figures = dict[str, Any]


def transitions(number: int, folder: Path) -> Figures:
    """Four workers until `number` moves are acknowledged; one of them is killed at random and started anew."""
    return _walk(number, folder, steady)


def clock(number: int, folder: Path) -> Figures:
    return _walk(number, folder, jumping)


def _walk(number: int, folder: Path, tell_time: Callable[[], datetime]) -> Figures:
    known, people = names(), find_people(timezone.localdate())
    chance = Random(SEED)
    crew = Crew(people, folder, tell_time, SEED)
    crew.fill()
    every = KILLS_EVERY if number > SHORT else KILLS_EVERY / 2
    kills, began = 0, time.monotonic()
    while _moves(folder) < number:
        time.sleep(chance.uniform(0.1 * every, 1.9 * every))
        crew.kill_one(chance)
        kills += 1
        crew.fill()
    ended = crew.stop()
    took = time.monotonic() - began
    attempts = read(folder)
    found = judge.Found()
    faults = [f"a worker ended with {status}" for status in ended if status not in (0, signal.SIGTERM)]
    faults += judge.judge_attempts(attempts, found, others=known)
    faults += [*judge.judge_jobs(), *judge.judge_numbers(), *judge.judge_order(), *judge.judge_house()]
    return {
        "moves": _moves(folder),
        "kills": kills,
        "per_second": round(_moves(folder) / took, 1),
        **judge.figures(attempts),
        "events": CaseEvent.objects.count(),
        "faults": faults,
    }


def names() -> set[str]:
    """Who has written events so far."""
    return set(CaseEvent.objects.order_by().values_list("actor_name", flat=True).distinct())


def _moves(folder: Path) -> int:
    """How many moves of a state were acknowledged so far."""
    return sum(MOVES.get(attempt.verb, 0) for attempt in read(folder).values() if attempt.answer == "done")


def approvals(pairs: int, folder: Path) -> Figures:
    """Two approvers and the same case at the same instant: one decides, the other hears why not."""
    now = timezone.now()
    people = find_people(timezone.localdate(now))
    cases = [reviewed(people, people.residents[n % len(people.residents)], now=now).pk for n in range(pairs)]
    known, barrier = names(), get_context("fork").Barrier(2)

    def decide(number: int) -> None:
        journal = Journal(folder / f"approver-{number}.log")
        for n, key in enumerate(cases):
            act = _decision(Case.objects.get(pk=key), people.approver if number else people.second_approver, number, n)
            barrier.wait(timeout=60)
            attempt(journal, f"pair-{n:05d}-{number}", act, steady)

    children = [fork(partial(decide, number)) for number in (0, 1)]
    faults = [
        f"an approver ended with {status}" for status in (os.waitpid(child, 0)[1] for child in children) if status
    ]
    attempts, found = read(folder), judge.Found()
    for n, key in enumerate(cases):
        pair = [attempts[f"pair-{n:05d}-{number}"] for number in (0, 1)]
        if sorted(one.answer for one in pair) != ["done", "refused"]:
            faults.append(f"pair {n}: {[(one.answer, one.said) for one in pair]}")
        if any(one.answer == "refused" and not any(text.strip() for text in one.said) for one in pair):
            faults.append(f"pair {n}: refused without a reason")
        decisions = CaseEvent.objects.filter(case=key, verb__in=("case.grant", "case.deny")).count()
        if decisions != 1:
            faults.append(f"pair {n}: {decisions} decisions")
    decided = Case.objects.filter(pk__in=cases)
    granted = decided.filter(status=Status.GRANTED).count()
    if Certificate.objects.filter(case__in=cases).count() != granted:
        faults.append("not one certificate for each grant")
    if decided.filter(status__in=DECIDED).count() != pairs:
        faults.append("not every case is decided")
    faults += judge.judge_attempts(attempts, found, others=known)
    faults += [*judge.judge_jobs(), *judge.judge_numbers(), *judge.judge_order(), *judge.judge_house()]
    said = Counter(text for one in attempts.values() if one.answer == "refused" for text in one.said)
    winners = Counter(token[-1] for token, one in attempts.items() if one.answer == "done")
    return {"pairs": pairs, "granted": granted, "won": dict(winners), "said": dict(said), "faults": faults}


def _decision(case: Case, actor: Any, number: int, n: int) -> Act:
    """Every second pair is a grant against a denial."""
    if number and n % 2:
        return Act(
            "deny",
            actor,
            lambda who, now: deny_case(case=case, reasons="不符合条件", basis="办法第二条", actor=who, now=now),
        )
    return Act("grant", actor, lambda who, now: grant_case(case=case, actor=who, now=now))


def ticks(number: int, folder: Path) -> Figures:
    """Two machines do the periodic work at the same moments over three months, one is killed now and then."""
    start = timezone.now()
    people = find_people(timezone.localdate(start))
    plan = terms.prepare(people, number, start)
    chance = Random(SEED)
    kills, rounds = 0, 0
    for days in terms.DAYS:
        now = start + timedelta(days=days)

        barrier = get_context("fork").Barrier(2)

        def work(now: datetime = now, barrier: Any = barrier) -> None:
            barrier.wait(timeout=60)
            terms.tick(now)

        pair = [fork(work), fork(work)]
        if days % 3 == 0:
            time.sleep(chance.uniform(0.15, 0.6))
            os.kill(pair[1], signal.SIGKILL)
            kills += 1
        ended = [os.waitpid(child, 0)[1] for child in pair]
        rounds += 1
        if any(status and status != signal.SIGKILL for status in ended):
            return {"faults": [f"a tick ended with {ended} on day {days}"]}
        connections.close_all()
        terms.tick(now)  # what a killed one left undone
    last = start + timedelta(days=terms.DAYS[-1])
    faults = [*terms.judge(plan, number), *judge.judge_numbers(), *judge.judge_order()]
    faults += judge.judge_cases(Case.objects.submitted().select_related("version", "unit__region"), last)
    done = terms.counts()
    return {"of_each_kind": number, "rounds": rounds, "kills": kills, **done, "faults": faults}
