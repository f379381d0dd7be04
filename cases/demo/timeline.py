"""One invented life of a case: what happens when, by whom. Pure; the same seed gives the same county."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from django.utils import timezone

from accounts.models import Role
from cases.clock import term
from cases.demo.words import DEFECTS, DENIALS, OPINIONS, WITHDRAWALS
from cases.enums import Status
from catalog.content import ItemContent
from flow.calendar import WorkCalendar
from flow.clocks import due_on, workdays_between

CLERK, REVIEWER, APPROVER, APPLICANT = Role.WINDOW_CLERK, Role.REVIEWER, Role.APPROVER, "applicant"


@dataclass(frozen=True)
class Step:
    """One event to be. `by` is a role or "applicant"; `state_to` the state after it; `order`: of the stage it is about."""

    verb: str
    at: datetime
    state_from: str
    state_to: str
    by: str
    opinion: str = ""
    data: dict[str, Any] = field(default_factory=dict)
    order: int = 0


class Story:
    """Tells the steps of one case to its end; `defect` is the paper a correction would be about."""

    def __init__(self, *, random: Random, facts: ItemContent, received_at: datetime, calendar: WorkCalendar) -> None:
        self.random, self.facts, self.calendar = random, facts, calendar
        self.at, self.state = received_at, Status.DRAFT
        own = [m for m in facts.materials if not m.shared and m.necessity == 1 and not m.situations]
        self.defect = random.choice(own) if own else None

    def steps(self) -> list[Step]:
        """Everything that is going to happen, in order."""
        return list(self._tell())

    def _tell(self) -> Iterator[Step]:
        yield self._step("case.submit", Status.RECEIVED, APPLICANT)
        fate = self.random.random()
        if fate < 0.03:
            self._wait(self.random.randint(0, 2))
            yield self._step("case.withdraw", Status.WITHDRAWN, APPLICANT, self.random.choice(WITHDRAWALS))
        elif fate < 0.045:
            self._wait(self.random.randint(0, 2))
            yield from self._not_required()
        elif fate < 0.06:
            yield from self._refused()
        elif fate < 0.19 and self.defect is not None and not self.facts.is_instant:
            yield from self._corrected()
        else:
            self._wait(0 if self.facts.is_instant else self.random.choices((0, 1, 2, 3, 6), (40, 30, 20, 8, 2))[0])
            yield from self._accepted(self.at)

    def _not_required(self) -> Iterator[Step]:
        data = {"basis": "行政许可法第三十二条第一款第（一）项"}
        yield self._step("case.inform_not_required", Status.NOT_REQUIRED, CLERK, "您办的这件事依法不需要申请。", data)

    def _refused(self) -> Iterator[Step]:
        data = {"basis": "行政许可法第三十二条第一款第（二）项", "agency": "云溪县医疗保障局"}
        reason = "您申请的事情不属于本机关职权范围。"
        self._wait(self.random.randint(0, 2))
        yield self._step("case.propose_refusal", Status.RECEIVED, CLERK, reason, data)
        self._wait(self.random.randint(0, 1))
        yield self._step("case.refuse_intake", Status.NOT_ACCEPTED, REVIEWER, reason, data)

    def _corrected(self) -> Iterator[Step]:
        self._wait(self.random.randint(0, 4))
        due = due_on(self.at, term(self.facts.correction_limit), self.calendar)
        key = self.defect.key if self.defect else ""
        data = {"due_on": due.on.isoformat() if due else "", "keys": [key]}
        yield self._step("case.request_correction", Status.CORRECTION_REQUIRED, CLERK, data=data)
        if self.random.random() < 0.2:
            return
        self._wait(self.random.randint(1, 9))
        supplied = self.at
        name = self.defect.name if self.defect else ""
        yield self._step("case.supply_paper", Status.CORRECTION_REQUIRED, APPLICANT, data={"key": key, "name": name})
        self._wait(self.random.randint(0, 2))
        yield from self._accepted(supplied)

    def _accepted(self, accepted_at: datetime) -> Iterator[Step]:
        yield self._step("case.accept", Status.ACCEPTED, CLERK, data={"accepted_at": accepted_at.isoformat()})
        due = due_on(accepted_at, term(self.facts.promised_limit), self.calendar)
        last = due.on if due else self.at.date()
        days = workdays_between(timezone.localdate(self.at), last, self.calendar)
        share = self.random.uniform(1.05, 1.3) if self.random.random() < 0.03 else self.random.uniform(0.3, 0.98)
        total = round(days * share)
        first = self.random.randint(0, max(0, total // 2))
        self._wait(first)
        yield self._step("case.start_review", Status.REVIEWING, REVIEWER)
        second = self.random.randint(0, max(0, total - first))
        self._wait(second)
        granted = self.random.random() < 0.93
        conclusion = "grant" if granted else "deny"
        yield self._step(
            "case.give_opinion",
            Status.REVIEWING,
            REVIEWER,
            self.random.choice(OPINIONS[conclusion]),
            {"conclusion": conclusion},
        )
        self._wait(max(0, total - first - second))
        if granted:
            yield self._step("case.grant", Status.GRANTED, APPROVER)
        else:
            reason = self.random.choice(DENIALS)
            basis = self.facts.basis[0]
            data = {"basis": f"《{basis.law}》{basis.article}"}
            yield self._step("case.deny", Status.DENIED, APPROVER, reason, data)
        yield from self._delivered()

    def _delivered(self) -> Iterator[Step]:
        self._wait(self.random.choices((0, 1, 3, 6, 12), (35, 25, 20, 15, 5))[0])
        mode = self.random.choices(("electronic", "window", "door"), (70, 25, 5))[0]
        by = APPLICANT if mode == "electronic" else CLERK
        yield self._step("case.deliver", Status.DELIVERING, by, data={"mode": mode})
        yield self._step(
            "case.confirm_delivery", Status.CLOSED, by, data={"mode": mode, "receiver": "", "signature": ""}
        )

    def _step(self, verb: str, state: Status, by: str, opinion: str = "", data: dict[str, Any] | None = None) -> Step:
        step = Step(verb, self.at, self.state, state, by, opinion, data or {})
        self.state = state
        return step

    def _wait(self, workdays: int) -> None:
        """Some minutes later on the same day, or working hours so many working days ahead."""
        soon = self.at + timedelta(minutes=self.random.randint(4, 50))
        if workdays == 0 and self._at_work(soon):
            self.at = soon
            return
        self.at = work_moment(timezone.localdate(self.at), max(1, workdays), self.calendar, self.random)

    def _at_work(self, moment: datetime) -> bool:
        local = timezone.localtime(moment)
        return self.calendar.is_workday(local.date()) and time(9) <= local.time() <= time(17)


def work_moment(day: date, workdays: int, calendar: WorkCalendar, random: Random) -> datetime:
    """A moment in working hours on the n-th working day after `day`; n = 0: that day itself."""
    while workdays:
        day += timedelta(days=1)
        workdays -= calendar.is_workday(day)
    minute = random.choice((random.randint(0, 170), random.randint(270, 470)))
    moment = datetime.combine(day, time(9)) + timedelta(minutes=minute, seconds=random.randint(0, 59))
    return timezone.make_aware(moment)


__all__ = ["DEFECTS", "Step", "Story", "work_moment"]
