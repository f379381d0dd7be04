"""Publicity: what a case is about, masked, on the board and in the portal, with everybody's objections (domain.md §3.4)."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from accounts.actors import Actor
from cases.documents.publicity import publicity_context
from cases.domain.change import Change, changing
from cases.domain.documents import issue_by
from cases.domain.stages import end_stage
from cases.enums import StageConclusion
from cases.models import Case, CaseStage, Objection, Publicity
from cases.rules.context import CaseContext
from cases.rules.hearings import days_from
from cases.rules.publicity import publicity_stage, running_publicity
from cases.rules.stages import stage_at
from flow.clocks import Term, TermUnit

PUBLIC = Actor(name="群众")
USUAL = Term(7, TermUnit.DAY)  # domain.md §3.4: 低保, 特困


def start_publicity(*, case: Case, content: str, place: str, contact: str, actor: Actor, now: datetime) -> Publicity:
    """Publish for the term of the stage. `content` is the proposed text, edited; it is read for what must stay private."""
    given = {"content": content, "place": place, "contact": contact}
    with changing(case=case, verb="start_publicity", actor=actor, now=now, **given) as change:
        now = change.now
        stage = publicity_stage(CaseContext(change.case, actor, now))
        if stage is None:
            raise ValueError("A publicity has its stage")
        today, term = timezone.localdate(now), term_of(stage)
        row = Publicity.objects.create(
            case=change.case,
            stage=stage,
            content=content.strip(),
            place=place.strip(),
            contact=contact.strip(),
            starts_on=today,
            ends_on=days_from(change.case, term, today),
        )
        data = {"order": stage.order, "name": stage.name, "ends_on": row.ends_on.isoformat(), "place": row.place}
        change.record("case.start_publicity", data=data)
        # The town publishes on the board of its village.
        issuer = stage.unit.parent if actor.unit_id == stage.unit.parent_id else stage.unit
        context = publicity_context(row, issuer or stage.unit, days=term.n, unit_of_days=term.unit, now=now)
        issue_by(change, "publicity_notice", context, unit=issuer or stage.unit)
    return row


def term_of(stage: CaseStage) -> Term:
    """The published length of the stage; the usual seven days where the item names none."""
    return Term(stage.limit_n, TermUnit(stage.limit_unit)) if stage.limit_n and stage.limit_unit else USUAL


def raise_objection(
    *, case: Case, text: str, by_name: str = "", contact: str = "", actor: Actor, now: datetime
) -> Objection:
    """Anybody objects in the portal while the publicity runs; name and contact are given or not as he pleases.

    `actor` is `PUBLIC` even for somebody signed in: who objects is not recorded unless he says so.
    """
    with changing(case=case, verb="raise_objection", actor=actor, now=now, text=text) as change:
        return _take_objection(change, text, by_name, contact)


def enter_objection(
    *, case: Case, text: str, by_name: str = "", contact: str = "", actor: Actor, now: datetime
) -> Objection:
    """Staff enter what came by letter, by telephone or at the village board."""
    with changing(case=case, verb="enter_objection", actor=actor, now=now, text=text) as change:
        return _take_objection(change, text, by_name, contact)


def _take_objection(change: Change, text: str, by_name: str, contact: str) -> Objection:
    objection = Objection.objects.create(
        publicity=_running(change),
        by_name=by_name.strip(),
        contact=contact.strip(),
        text=text.strip(),
        received_at=change.now,
    )
    change.record("case.raise_objection", data={"objection": objection.pk})
    return objection


def handle_objection(
    *, case: Case, objection: int, upheld: bool, handling: str, actor: Actor, now: datetime
) -> Objection:
    """Look into one objection and write down what came of it and why."""
    with changing(
        case=case, verb="handle_objection", actor=actor, now=now, objection=objection, handling=handling
    ) as change:
        now = change.now
        row = _running(change).objections.get(pk=objection)
        row.upheld, row.handling = upheld, handling.strip()
        row.handled_by_id, row.handled_at = actor.user_id, now
        row.save(update_fields=["upheld", "handling", "handled_by", "handled_at"])
        change.record("case.handle_objection", opinion=row.handling, data={"objection": row.pk, "upheld": upheld})
    return row


def end_publicity(
    *, case: Case, result: str = "", conclusion: str = StageConclusion.PASS, actor: Actor, now: datetime
) -> Publicity:
    """The term is over and every objection answered: note the result and end the stage.

    The periodic work calls it with nothing more when no objection was upheld; otherwise staff conclude.
    """
    with changing(case=case, verb="end_publicity", actor=actor, now=now, result=result) as change:
        now = change.now
        row = _running(change)
        row.ended_at, row.result = now, result.strip() or _plain_result(row)
        row.save(update_fields=["ended_at", "result"])
        stage = stage_at(change.case, row.stage.order) if row.stage else None
        change.record("case.end_publicity", opinion=row.result)
        if stage is not None:
            end_stage(change, stage, StageConclusion(conclusion), row.result)
    return row


def _plain_result(row: Publicity) -> str:
    raised = row.objections.count()
    return f"公示期满，收到异议{raised}件，经核实均不成立。" if raised else "公示期满，无异议。"


def _running(change: Change) -> Publicity:
    row = running_publicity(change.case)
    if row is None:
        raise ValueError("The conditions let nobody through without a running publicity")
    return row
