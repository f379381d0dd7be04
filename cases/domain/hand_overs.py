"""移交清单: the window hands the papers over, the unit that decides signs for them (domain.md §3.6, 跨域通办)."""

from __future__ import annotations

from datetime import datetime

from accounts.actors import Actor
from cases.domain.change import changing
from cases.models import Case, HandOver
from cases.rules.hand_overs import open_hand_over, papers_to_travel


def hand_over_papers(*, case: Case, carried_by: str = "", actor: Actor, now: datetime) -> HandOver:
    """The list is what lies at the window on paper; the case stays where it is and no clock moves."""
    with changing(case=case, verb="hand_over_papers", actor=actor, now=now) as change:
        now = change.now
        papers = papers_to_travel(change.case)
        row = HandOver.objects.create(
            case=change.case,
            from_unit_id=actor.unit_id or 0,
            to_unit=change.case.unit,
            papers=[{"key": paper.key, "name": paper.name, "copies": max(paper.copies, 1)} for paper in papers],
            carried_by=carried_by.strip()[:100],
            sent_at=now,
            sent_by_id=actor.user_id,
        )
        data = {"to": change.case.unit.name, "papers": [paper.name for paper in papers]}
        change.record("case.hand_over_papers", opinion=row.carried_by, data=data)
    return row


def receive_papers(*, case: Case, differences: str = "", actor: Actor, now: datetime) -> HandOver:
    """Signed for; what does not agree with the list is written down and stops nothing."""
    with changing(case=case, verb="receive_papers", actor=actor, now=now) as change:
        now = change.now
        row = open_hand_over(change.case)
        if row is None:
            raise ValueError("The condition has shown that papers are on their way")
        row.received_at, row.received_by_id, row.differences = now, actor.user_id, differences.strip()[:300]
        row.save(update_fields=["received_at", "received_by", "differences"])
        change.record("case.receive_papers", opinion=row.differences, data={"papers": len(row.papers)})
    return row
