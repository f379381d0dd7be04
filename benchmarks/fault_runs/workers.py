"""Worker processes by fork: one that is killed is replaced at once, and begins with connections of its own."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from django.db import OperationalError, connections
from django.utils import timezone

from benchmarks.fault_runs.journal import Journal
from benchmarks.fault_runs.walk import LIVE, Act, next_act
from benchmarks.fault_runs.world import People, begin, marked
from cases.domain.submit import submit_application
from cases.models import Application, Case
from core.errors import Refused

WORKERS = 4
OPEN_CASES = 40  # so few that workers meet at the same case
JUMP = timedelta(hours=1)
JUMP_EVERY = 2.0  # seconds


def steady() -> datetime:
    return timezone.now()


def jumping() -> datetime:
    """A clock that is put back an hour and forward again, as often as it can hurt."""
    late = int(time.monotonic() / JUMP_EVERY) % 2
    return timezone.now() - JUMP * late


def fork(body: Callable[[], None]) -> int:
    """Run `body` in a child; the parent holds no connection at that moment, so that they share none."""
    connections.close_all()
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        body()
        status = 0
    finally:
        connections.close_all()
        os._exit(status)


class Crew:
    """Four workers on one pool of cases, each with a journal of its own."""

    def __init__(self, people: People, folder: Path, clock: Callable[[], datetime], seed: int) -> None:
        self.people, self.folder, self.clock, self.seed = people, folder, clock, seed
        self.running: list[int] = []
        self.started = 0

    def fill(self) -> None:
        while len(self.running) < WORKERS:
            self.started += 1
            self.running.append(fork(partial(self._work, self.started)))

    def kill_one(self, chance: Random) -> None:
        victim = chance.choice(self.running)
        os.kill(victim, signal.SIGKILL)
        os.waitpid(victim, 0)
        self.running.remove(victim)

    def stop(self) -> list[int]:
        """Every worker ends after the act it is at; returns how they ended."""
        for child in self.running:
            os.kill(child, signal.SIGTERM)
        ended = [os.waitpid(child, 0)[1] for child in self.running]
        self.running = []
        return ended

    def _work(self, number: int) -> None:
        stopped: list[int] = []
        signal.signal(signal.SIGTERM, lambda *_signal: stopped.append(1))
        chance = Random(self.seed * 1000 + number)
        journal = Journal(self.folder / f"worker-{number:04d}.log")
        count = 0
        while not stopped:
            for act in self._next(chance):
                count += 1
                attempt(journal, f"{number:04d}-{count:06d}", act, self.clock)

    def _next(self, chance: Random) -> list[Act]:
        open_cases = list(
            Case.objects.filter(status__in=LIVE)
            .exclude(number=None)
            .order_by("pk")
            .values_list("pk", flat=True)[:OPEN_CASES]
        )
        waiting = list(
            Application.objects.filter(submitted_at=None, declared_at__isnull=False)
            .order_by("pk")
            .values_list("pk", flat=True)[:WORKERS]
        )
        if len(open_cases) < OPEN_CASES or chance.random() < 0.02:
            if waiting and chance.random() < 0.5:
                return [self._submit(Application.objects.get(pk=chance.choice(waiting)))]
            return [self._start(chance)]
        case = Case.objects.select_related("application").get(pk=chance.choice(open_cases))
        if case.status not in LIVE:
            return []
        return [next_act(case, self.people, chance)]

    def _start(self, chance: Random) -> Act:
        resident = chance.choice(self.people.residents)
        return Act("start", self.people.clerk, lambda who, now: begin(self.people, resident, now=now, actor=who))

    def _submit(self, application: Application) -> Act:
        return Act(
            "submit",
            self.people.clerk,
            lambda who, now: submit_application(application=application, actor=who, now=now),
        )


def attempt(journal: Journal, token: str, act: Act, clock: Callable[[], datetime]) -> None:
    """Write down what is meant, do it, write down the answer."""
    journal.note(token=token, verb=act.verb, count=act.count)
    try:
        done: Any = act.run(marked(act.actor, token), clock())
    except Refused as refused:
        journal.note(token=token, answer="refused", said=[reason.text for reason in refused.reasons])
    except OperationalError as error:
        journal.note(token=token, answer="failed", said=[str(error)])
    else:
        journal.note(token=token, answer="done", case=getattr(done, "pk", 0))
