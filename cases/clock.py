"""The clocks of one case as a pure function of its events, its item's limits and the calendar (domain.md §3.5).

What the clocks read of an event (`data` in brackets); every other event only moves the state:

    case.submit                                     the intake clock begins
    case.request_correction {due_on}                the applicant's clock
    case.accept, case.deem_accepted {accepted_at}   statutory and promised clocks begin
    case.accept {mode: tolerance}                   the clock of the papers that follow begins
    case.complete_tolerance                         … and ends
    case.suspend {statutory, until_on}, case.resume     time between them is not counted
    case.extend {days, unit}                        lengthens the statutory clock, once
    case.start_stage {order, limit_n, limit_unit, counts}, case.end_stage {order}
    case.grant, case.deny, case.deem_renewed {decided_at}   the delivery clock begins
    case.confirm_delivery, case.archive
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol

from cases.enums import Light, Status
from catalog.content import ItemContent, Limit
from flow.calendar import WorkCalendar
from flow.clocks import Due, Pause, Term, TermUnit, day_of
from flow.running import Clock, start_clock

INTAKE_TERM = Term(5, TermUnit.WORKING_DAY)  # 行政许可法 Art. 32(4)
DELIVERY_TERM = Term(10, TermUnit.WORKING_DAY)  # 行政许可法 Art. 44
ACCEPTING = ("case.accept", "case.deem_accepted")
DECIDING = ("case.grant", "case.deny", "case.deem_renewed")


class Happening(Protocol):
    """What the clocks need of an event."""

    @property
    def verb(self) -> str: ...

    @property
    def state_to(self) -> str: ...

    @property
    def at(self) -> datetime: ...

    @property
    def data(self) -> Any: ...


@dataclass(frozen=True)
class Clocks:
    """Everything about a case's time and state that follows from its events.

    `clocks` by kind: intake, correction, statutory, promised, tolerance, suspension, delivery; `stages` by their order.
    `running` is the kind of the clock the desk sorts by, '' when none runs.
    """

    status: str = Status.DRAFT
    received_at: datetime | None = None
    accepted_at: datetime | None = None
    decided_at: datetime | None = None
    closed_at: datetime | None = None
    archived_at: datetime | None = None
    extension_count: int = 0
    intake_due_on: date | None = None
    correction_due_on: date | None = None
    statutory_due_on: date | None = None
    promised_due_on: date | None = None
    tolerance_due_on: date | None = None
    delivery_due_on: date | None = None
    due_on: date | None = None
    due_provisional: bool = False
    running: str = ""
    clocks: Mapping[str, Clock] = field(default_factory=dict)
    stages: Mapping[int, Clock] = field(default_factory=dict)

    @property
    def running_clock(self) -> Clock | None:
        return self.clocks.get(self.running)


@dataclass
class _Life:
    """What the events said, gathered in one pass."""

    status: str = Status.DRAFT
    moments: dict[str, datetime] = field(default_factory=dict)
    correction: tuple[datetime, date] | None = None
    tolerance_from: datetime | None = None
    tolerance_until: datetime | None = None
    suspended: list[tuple[datetime, datetime | None, bool, date]] = field(default_factory=list)
    extension: Term | None = None
    extensions: int = 0
    stages: dict[int, tuple[datetime, datetime | None, Mapping[str, Any]]] = field(default_factory=dict)
    uncounted: list[Pause] = field(default_factory=list)

    def take(self, event: Happening) -> None:
        self.status = event.state_to or self.status
        match event.verb:
            case "case.submit":
                self.moments["received"] = event.at
            case "case.request_correction":
                self.correction = event.at, date.fromisoformat(event.data["due_on"])
            case verb if verb in ACCEPTING:
                self._accepted(event)
            case "case.complete_tolerance":
                self.tolerance_until = event.at
            case "case.suspend":
                until = date.fromisoformat(event.data["until_on"])
                self.suspended.append((event.at, None, bool(event.data["statutory"]), until))
            case "case.resume" if self.suspended:
                begun, _open, statutory, until = self.suspended[-1]
                self.suspended[-1] = begun, event.at, statutory, until
            case "case.extend":
                self.extension = Term(int(event.data["days"]), TermUnit(event.data["unit"]))
                self.extensions += 1
            case "case.start_stage":
                self.stages[event.data["order"]] = event.at, None, event.data
            case "case.end_stage":
                self._stage_ended(event)
            case verb if verb in DECIDING:
                self.moments["decided"] = _decided(event)
            case "case.confirm_delivery":
                self.moments["closed"] = event.at
            case "case.archive":
                self.moments["archived"] = event.at

    def _accepted(self, event: Happening) -> None:
        # T4 and T7: accepted on the day the last paper arrived, or on that of receipt; both may lie before the click.
        self.moments["accepted"] = datetime.fromisoformat(event.data["accepted_at"])
        if event.data.get("mode") == "tolerance":
            self.tolerance_from = event.at

    def _stage_ended(self, event: Happening) -> None:
        begun, _open, data = self.stages[event.data["order"]]
        self.stages[event.data["order"]] = begun, event.at, data
        if not data.get("counts", True):
            self.uncounted.append((day_of(begun), day_of(event.at)))

    @property
    def statutory_pauses(self) -> tuple[Pause, ...]:
        """Only the procedures of Art. 45 stop the statutory clock (R8)."""
        return tuple(_pause(begun, ended) for begun, ended, statutory, _until in self.suspended if statutory)

    @property
    def promised_pauses(self) -> tuple[Pause, ...]:
        running = [
            (day_of(begun), None)
            for begun, ended, data in self.stages.values()
            if ended is None and not data.get("counts", True)
        ]
        return (*(_pause(begun, ended) for begun, ended, _s, _u in self.suspended), *self.uncounted, *running)


def _decided(event: Happening) -> datetime:
    """What silence granted was granted when the old term ended, however late the periodic work came (Art. 50)."""
    dated = event.data.get("decided_at") if event.verb == "case.deem_renewed" else None
    return datetime.fromisoformat(dated) if dated else event.at


def wind(events: Iterable[Happening], facts: ItemContent, calendar: WorkCalendar) -> Clocks:
    """Rebuild the clocks from the events in their order. Equal events always give equal clocks."""
    life = _Life()
    for event in events:
        life.take(event)
    clocks = _clocks(life, facts, calendar)
    running = _running(Status(life.status), life)
    clock = clocks.get(running)
    return Clocks(
        status=life.status,
        received_at=life.moments.get("received"),
        accepted_at=life.moments.get("accepted"),
        decided_at=life.moments.get("decided"),
        closed_at=life.moments.get("closed"),
        archived_at=life.moments.get("archived"),
        extension_count=life.extensions,
        intake_due_on=_on(clocks, "intake"),
        correction_due_on=_on(clocks, "correction"),
        statutory_due_on=_on(clocks, "statutory"),
        promised_due_on=_on(clocks, "promised"),
        tolerance_due_on=_on(clocks, "tolerance"),
        delivery_due_on=_on(clocks, "delivery"),
        due_on=clock.due_date if clock else None,
        due_provisional=clock.provisional if clock else False,
        running=running if clock else "",
        clocks=clocks,
        stages=_stages(life, calendar),
    )


def _clocks(life: _Life, facts: ItemContent, calendar: WorkCalendar) -> dict[str, Clock]:
    received, accepted, decided = (life.moments.get(name) for name in ("received", "accepted", "decided"))
    found: list[Clock] = []
    if received:
        found.append(start_clock("intake", received, INTAKE_TERM, calendar, ended_at=accepted))
    if life.correction:
        at, last = life.correction
        found.append(_told("correction", at, last, calendar))
    if accepted:
        found.append(
            start_clock(
                "statutory",
                accepted,
                term(facts.statutory_limit),
                calendar,
                pauses=life.statutory_pauses,
                extension=life.extension,
                ended_at=decided,
            )
        )
        promised = term(facts.promised_limit)
        found.append(
            start_clock("promised", accepted, promised, calendar, pauses=life.promised_pauses, ended_at=decided)
        )
    if life.tolerance_from:
        follow = term(facts.tolerance_limit)
        found.append(start_clock("tolerance", life.tolerance_from, follow, calendar, ended_at=life.tolerance_until))
    if life.suspended:
        begun, ended, _statutory, until = life.suspended[-1]
        found.append(_told("suspension", begun, until, calendar, ended_at=ended))
    if decided:
        found.append(start_clock("delivery", decided, DELIVERY_TERM, calendar, ended_at=life.moments.get("closed")))
    return {clock.kind: clock for clock in found}


def _told(kind: str, start: datetime, last: date, calendar: WorkCalendar, *, ended_at: datetime | None = None) -> Clock:
    """A clock whose last day was told to the applicant in writing: a changed calendar moves it no more."""
    natural = Term(max((last - day_of(start)).days, 1), TermUnit.DAY)
    return Clock(kind, start, natural, Due(last, provisional=calendar.is_provisional(last)), ended_at=ended_at)


def _running(status: Status, life: _Life) -> str:
    decision = "statutory" if life.extension else "promised"
    return {
        Status.RECEIVED: "intake",
        Status.CORRECTION_REQUIRED: "correction",
        Status.ACCEPTED: decision,
        Status.REVIEWING: decision,
        Status.SUSPENDED: "suspension",
        Status.GRANTED: "delivery",
        Status.DENIED: "delivery",
        Status.DELIVERING: "delivery",
    }.get(status, "")


def _stages(life: _Life, calendar: WorkCalendar) -> dict[int, Clock]:
    """Stages without a limit of their own have no clock. While a special procedure runs, that of a stage stands too."""
    pauses = tuple(_pause(begun, ended) for begun, ended, _statutory, _until in life.suspended)
    return {
        order: start_clock(
            "stage",
            begun,
            Term(data["limit_n"], TermUnit(data["limit_unit"])),
            calendar,
            pauses=pauses,
            ended_at=ended,
        )
        for order, (begun, ended, data) in life.stages.items()
        if data.get("limit_n") and data.get("limit_unit")
    }


def _pause(begun: datetime, ended: datetime | None) -> Pause:
    return day_of(begun), day_of(ended) if ended else None


def _on(clocks: Mapping[str, Clock], kind: str) -> date | None:
    clock = clocks.get(kind)
    return clock.due_date if clock else None


def term(limit: Limit) -> Term:
    return Term(limit.n, TermUnit(limit.unit))


def light_at(*, clocks: Clocks, now: datetime, calendar: WorkCalendar) -> Light:
    """The light of the running clock; none when nothing runs or the applicant has the case (correction)."""
    clock = clocks.running_clock
    if clock is None or clocks.running == "correction" or clock.due is None:
        return Light.NONE
    return Light(clock.light(now, calendar))
