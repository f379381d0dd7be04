"""The periodic work of three months for a few cases of each kind, and what it must have done exactly once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from accounts.models import Message, Resident
from benchmarks.fault_runs.world import People, accepted, received, reviewed
from cases.domain.correct import Defect, request_correction
from cases.domain.decide import grant_case
from cases.domain.intake import accept_case
from cases.domain.linked import open_linked_case
from cases.domain.tick import WORK
from cases.enums import Status
from cases.models import Case, CaseEvent, Certificate, Proposal, Reminder, Supervision
from catalog.models import ServiceItem

LICENCE = "homestead"
DAYS = (1, 6, 8, 10, 15, 22, 29, 31, 36, 43, 50, 57, 64, 71, 78, 85, 92)
ENDS_IN = 70  # days: both reminders of a certificate fall into the run, and its end


@dataclass(frozen=True)
class Plan:
    unanswered: tuple[int, ...]
    corrected: tuple[int, ...]
    late: tuple[int, ...]
    ending: tuple[int, ...]
    renewing: tuple[int, ...]
    messages: int


def prepare(people: People, number: int, now: datetime) -> Plan:
    residents = [people.residents[n % len(people.residents)] for n in range(number)]
    unanswered = [received(people, person, now=now, key=LICENCE).pk for person in residents]
    corrected = []
    for person in residents:
        case = received(people, person, now=now)
        material = case.materials.all()[0]
        defects = [Defect(material.key, material.name, "字迹不清", "请重新提供")]
        request_correction(case=case, defects=defects, actor=people.clerk, now=now)
        corrected.append(case.pk)
    late = [accepted(people, person, now=now).pk for person in residents]
    ending = [
        grant_case(case=reviewed(people, person, now=now), actor=people.approver, now=now).pk for person in residents
    ]
    last = timezone.localdate(now) + timedelta(days=ENDS_IN)
    Certificate.objects.filter(case__in=ending).update(valid_to=last)
    renewing = [_renewal(people, person, last, now) for person in residents]
    told = Message.objects.count()
    return Plan(tuple(unanswered), tuple(corrected), tuple(late), tuple(ending), tuple(renewing), told)


def _renewal(people: People, person: Resident, last: date, now: datetime) -> int:
    """A renewal of a licence, applied for in time and accepted, on which nobody decides."""
    case = grant_case(case=reviewed(people, person, now=now), actor=people.approver, now=now)
    Certificate.objects.filter(case=case).update(valid_to=last)
    linked = open_linked_case(case=case, kind="renew", reason="继续", actor=people.clerk, now=now)
    # The licences of the county go through several departments; as if this allowance were one of them.
    licence = ServiceItem.objects.get(key=LICENCE)
    Case.objects.filter(pk=linked.pk).update(item=licence, version=licence.current_version_id)
    return accept_case(case=Case.objects.get(pk=linked.pk), actor=people.clerk, now=now).pk


def tick(now: datetime) -> None:
    for work in WORK:
        for _line in work(now=now, dry_run=False):
            pass


def judge(plan: Plan, number: int) -> Iterator[str]:
    yield from _once("case.deem_accepted", plan.unanswered)
    yield from _once("case.propose_lapse", plan.corrected)
    if Case.objects.filter(pk__in=plan.unanswered, status=Status.ACCEPTED).count() != number:
        yield "not every unanswered licence counts as accepted"
    if Proposal.objects.filter(case__in=plan.corrected, verb="lapse").count() != number:
        yield "not one proposed return for each correction that nobody answered"
    keys = list(Reminder.objects.order_by("id").values_list("key", flat=True))
    steps = Counter(key.rpartition(":")[2] for key in keys if key.startswith("expiry:"))
    if steps != Counter({"60": number, "30": number}):
        yield f"reminders of ending certificates: {dict(steps)}"
    corrections = sum(key.startswith("correction:") for key in keys)
    if corrections != number:
        yield f"{corrections} reminders of corrections for {number} notices"
    if Certificate.objects.filter(case__in=plan.ending, state="expired").count() != number:
        yield "not every ended certificate says so"
    yield from _renewed(plan, number)
    # Told: two reminders of the end, one of the correction, one of the acceptance by silence, one of the renewal by it.
    told = Message.objects.count() - plan.messages
    if told != 5 * number:
        yield f"{told} messages, not {5 * number}"
    orders = Counter(Supervision.objects.filter(rule="overdue").order_by().values_list("case_id", flat=True))
    dues = dict(Case.objects.filter(pk__in=orders).values_list("pk", "due_on"))
    # A renewed one is served too late as well: another date, another order.
    twice = [case for case, count in orders.items() if count != 1 and case not in plan.renewing]
    yield from (f"case {case}: {orders[case]} orders for {dues[case]}" for case in twice)
    missing = set(plan.late) - set(orders)
    yield from (f"case {case}: late and no order" for case in sorted(missing))


def _renewed(plan: Plan, number: int) -> Iterator[str]:
    yield from _once("case.deem_renewed", plan.renewing)
    new = Certificate.objects.filter(case__in=plan.renewing, state="valid", version=2)
    if new.count() != number or new.filter(replaces__state="renewed").count() != number:
        yield "not one renewed certificate in the place of each old one"
    if Supervision.objects.filter(case__in=plan.renewing, rule="renewed").count() != number:
        yield "not one order for each renewal by silence"


def _once(verb: str, cases: tuple[int, ...]) -> Iterator[str]:
    counts = Counter(CaseEvent.objects.filter(verb=verb).order_by().values_list("case_id", flat=True))
    yield from (f"case {case}: {verb} {counts[case]} times" for case in cases if counts[case] != 1)


def counts() -> dict[str, int]:
    return {
        "deemed": CaseEvent.objects.filter(verb="case.deem_accepted").count(),
        "returns_proposed": CaseEvent.objects.filter(verb="case.propose_lapse").count(),
        "reminders": Reminder.objects.count(),
        "orders": Supervision.objects.count(),
        "renewed": CaseEvent.objects.filter(verb="case.deem_renewed").count(),
        "expired": Certificate.objects.filter(state="expired").count(),
    }
