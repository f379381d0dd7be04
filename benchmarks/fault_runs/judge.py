"""After a run: is everything acknowledged in the database exactly once, and everything else wholly or not at all?"""

from __future__ import annotations

import io
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from django.core.management import CommandError, call_command
from django_tasks_db.models import DBTaskResult

from benchmarks.fault_runs.journal import Attempt
from cases.models import Case, CaseEvent, OfficialDocument
from cases.rebuild import differences
from core.domain.audit import verify_chain
from core.models import AuditEntry
from flow.models import Series

NUMBER = re.compile(r"^(?P<series>.+〔\d{4}〕)(?P<n>\d+)号$")
CERTIFIED = ["document.issue", "document.issue", "certificate.issue"]
# What one act leaves behind: events, audit entries that are no events, documents.
LEAVES: dict[str, tuple[list[str], list[str], list[str]]] = {
    "start": ([], ["application.start"], []),
    "submit": (
        ["case.submit"],
        ["document.issue", "document.issue"],
        ["application_form", "receipt_of_materials"],
    ),
    "check": (["case.check_material"], [], []),
    "accept": (["case.accept"], ["document.issue"], ["acceptance_notice"]),
    "request_correction": (["case.request_correction"], ["document.issue"], ["correction_notice"]),
    "supply": (["case.supply_paper"], [], []),
    "start_review": (["case.start_review", "case.start_stage"], [], []),
    "give_opinion": (["case.end_stage", "case.give_opinion"], [], []),
    "propose_extension": (["case.propose_extension"], [], []),
    "extend": (["case.extend"], ["document.issue"], ["extension_notice"]),
    "grant": (["case.grant"], CERTIFIED, ["certificate", "completion_notice"]),
    "deny": (["case.deny"], ["document.issue"], ["denial_decision"]),
    "deliver_at_window": (["case.confirm_delivery", "case.deliver"], ["document.issue"], ["service_receipt"]),
    "send_by_post": (["case.deliver"], ["document.issue"], ["postal_receipt"]),
    "confirm_post": (["case.confirm_delivery"], ["document.issue"], ["service_receipt"]),
    "withdraw": (["case.withdraw"], ["document.issue"], ["withdrawal_confirmation"]),
}
NOTHING: tuple[list[str], list[str], list[str]] = ([], [], [])
# A stage that has ended is not ended again by a second opinion; what is in the post may be fetched all the same.
ALSO: dict[str, tuple[list[str], list[str], list[str]]] = {
    "give_opinion": (["case.give_opinion"], ["case.give_opinion"], []),
    "deliver_at_window": (["case.confirm_delivery"], ["case.confirm_delivery", "document.issue"], ["service_receipt"]),
}
UNAUDITED = {"check"}  # its events stand for themselves
UNQUEUED = {"application_form"}  # made when somebody first opens it


class Found:
    """What the database holds, sorted by the name of the attempt that wrote it."""

    def __init__(self) -> None:
        self.events: dict[str, list[str]] = defaultdict(list)
        self.audits: dict[str, list[str]] = defaultdict(list)
        self.documents: dict[str, list[str]] = defaultdict(list)
        for name, verb in CaseEvent.objects.order_by("id").values_list("actor_name", "verb"):
            self.events[name].append(verb)
        codes = dict(OfficialDocument.objects.order_by("id").values_list("pk", "code"))
        rows = AuditEntry.objects.order_by("seq").values_list("user_name", "action", "subject_type", "subject_id")
        for name, action, kind, key in rows:
            self.audits[name].append(action)
            if action == "document.issue" and kind == "cases.officialdocument":
                self.documents[name].append(codes.get(int(key), f"no document {key}"))

    def of(self, token: str) -> tuple[list[str], list[str], list[str]]:
        return tuple(sorted(rows.get(token, [])) for rows in (self.events, self.audits, self.documents))  # type: ignore[return-value]  # three of them


def expected(attempt: Attempt) -> tuple[list[str], list[str], list[str]]:
    events, audits, documents = LEAVES[attempt.verb]
    written = events * attempt.count
    audited = [] if attempt.verb in UNAUDITED else events
    return sorted(written), sorted([*audited, *audits]), sorted(documents)


def judge_attempts(attempts: Mapping[str, Attempt], found: Found, *, others: Collection[str]) -> Iterator[str]:
    """`others` are the names under which events were written before the run."""
    for token, attempt in attempts.items():
        there, whole = found.of(token), expected(attempt)
        if attempt.answer == "done" and there == NOTHING and attempt.verb == "submit":
            continue  # somebody had submitted it meanwhile: answered with what was there, and nothing done twice
        done = [whole, *([ALSO[attempt.verb]] if attempt.verb in ALSO else [])]
        allowed = {"done": done, "": [*done, NOTHING]}.get(attempt.answer, [NOTHING])
        if there not in allowed:
            yield f"{token} {attempt.verb} ({attempt.answer or 'no answer'}): {there}, not {allowed[0]}"
    strangers = [name for name in found.events if name not in attempts and name not in others]
    yield from (f"events of {name}, whom nobody knows" for name in strangers)


def judge_jobs() -> Iterator[str]:
    """Every document that is to be made at once has its one job, and no job has lost its document."""
    jobs = Counter(
        row["args"][0]
        for row in DBTaskResult.objects.filter(task_path="cases.tasks.make_document").values_list(
            "args_kwargs", flat=True
        )
    )
    for key, code in OfficialDocument.objects.order_by("id").values_list("pk", "code"):
        wanted = 0 if code in UNQUEUED else 1
        if jobs.pop(key, 0) != wanted:
            yield f"document {key} {code}: not {wanted} job"
    yield from (f"a job without its document {key}" for key in jobs)


def judge_numbers() -> Iterator[str]:
    """Every series runs from one to its end without gap or double."""
    drawn: dict[str, list[int]] = defaultdict(list)
    for number in OfficialDocument.objects.exclude(number="").order_by("id").values_list("number", flat=True):
        if match := NUMBER.match(number):
            drawn[match["series"]].append(int(match["n"]))
    for number in Case.objects.exclude(number=None).order_by("id").values_list("number", flat=True):
        year, n = str(number).split("-")
        drawn[f"case {year}"].append(int(n))
    for series, numbers in drawn.items():
        if sorted(numbers) != list(range(1, len(numbers) + 1)):
            yield f"{series}: {len(numbers)} numbers, the highest {max(numbers)}"
    ends = sum(Series.objects.filter(key__startswith="document:").values_list("last", flat=True))
    written = sum(len(numbers) for series, numbers in drawn.items() if not series.startswith("case "))
    if ends != written:
        yield f"{ends} document numbers were drawn, {written} are written on documents"


def judge_order() -> Iterator[str]:
    """No event of a case is stamped before the one before it, and no date of a case before the one it follows."""
    last: dict[int, datetime] = {}
    for case, at, verb in CaseEvent.objects.order_by("id").values_list("case_id", "at", "verb"):
        if case in last and at < last[case]:
            yield f"case {case}: {verb} at {at}, the one before at {last[case]}"
        last[case] = at
    for case in Case.objects.exclude(number=None).order_by("id"):
        moments = [case.received_at, case.accepted_at, case.decided_at, case.closed_at]
        known = [moment for moment in moments if moment]
        if known != sorted(known):
            yield f"case {case.number}: {known}"


def judge_house() -> Iterator[str]:
    broken = verify_chain()
    if broken is not None:
        yield f"the audit chain is broken at {broken}"
    said = io.StringIO()
    try:
        call_command("check_cases", stdout=said)
    except CommandError:
        yield from said.getvalue().splitlines()


def judge_cases(cases: Iterable[Case], now: datetime) -> Iterator[str]:
    """As `check_cases`, at a moment of the run's own."""
    for case in cases:
        yield from (f"{case.number}: {line}" for line in differences(case, now=now))


def figures(attempts: Mapping[str, Attempt]) -> dict[str, Any]:
    answers = Counter(attempt.answer or "unanswered" for attempt in attempts.values())
    return {
        "acts": len(attempts),
        **{name: answers.get(name, 0) for name in ("done", "refused", "failed", "unanswered")},
    }
