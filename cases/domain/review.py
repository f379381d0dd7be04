"""T10 and the reviewer's opinion (行政许可法 Art. 34)."""

from __future__ import annotations

from datetime import datetime

from accounts.actors import Actor
from cases.domain.change import changing
from cases.models import Case, CaseNote, Opinion


def start_review(*, case: Case, actor: Actor, now: datetime) -> Case:
    """T10: the reviewer takes the case on."""
    with changing(case=case, verb="start_review", actor=actor, now=now) as change:
        before = change.case.status
        change.case.reviewer_id = actor.user_id
        change.case._start_review()
        change.record("case.start_review", "reviewer", state_from=before)
    return change.case


def give_opinion(*, case: Case, conclusion: str, text: str, actor: Actor, now: datetime) -> Opinion:
    """Write down the conclusion and its grounds for the approver; the last opinion counts."""
    with changing(case=case, verb="give_opinion", actor=actor, now=now, text=text) as change:
        opinion = Opinion.objects.create(
            case=change.case, user_id=actor.user_id, conclusion=conclusion, text=text, given_at=now
        )
        change.case.reviewer_id = actor.user_id
        change.record("case.give_opinion", "reviewer", opinion=text, data={"conclusion": conclusion})
    return opinion


def add_note(*, case: Case, text: str, actor: Actor, now: datetime) -> CaseNote:
    """A remark for colleagues; the caller has shown that the actor may read the case."""
    from cases.signals import case_changed

    note = CaseNote.objects.create(case=case, user_id=actor.user_id, text=text, created_at=now)
    case_changed.send(sender=Case, case_ids=[case.pk])
    return note
