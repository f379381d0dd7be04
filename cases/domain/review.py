"""T10 and the reviewer's opinion (行政许可法 Art. 34)."""

from __future__ import annotations

from datetime import datetime

from accounts.actors import Actor
from cases.domain.change import changing
from cases.domain.stages import end_stage, note_opinion, own_review, start_next
from cases.enums import StageConclusion
from cases.models import Case, CaseNote, Opinion
from cases.models.opinions import Conclusion


def start_review(*, case: Case, actor: Actor, now: datetime) -> Case:
    """T10: the reviewer takes the case on; the first stage begins, or those that begin side by side."""
    with changing(case=case, verb="start_review", actor=actor, now=now) as change:
        before = change.case.status
        change.case.reviewer_id = actor.user_id
        change.case._start_review()
        change.record("case.start_review", "reviewer", state_from=before)
        start_next(change)
    return change.case


def give_opinion(*, case: Case, conclusion: str, text: str, actor: Actor, now: datetime) -> Opinion:
    """The competent unit's own review, with its grounds for the approver; ends its stage. The last opinion counts."""
    with changing(case=case, verb="give_opinion", actor=actor, now=now, text=text) as change:
        passed = StageConclusion.PASS if conclusion == Conclusion.GRANT else StageConclusion.FAIL
        stage = own_review(change.case)
        opinion = note_opinion(change, stage, passed, text)
        change.case.reviewer_id = actor.user_id
        change.record("case.give_opinion", "reviewer", opinion=text, data={"conclusion": conclusion})
        if stage is not None:
            end_stage(change, stage, passed, text)
    return opinion


def add_note(*, case: Case, text: str, actor: Actor, now: datetime) -> CaseNote:
    """A remark for colleagues; the caller has shown that the actor may read the case."""
    from cases.signals import case_changed

    note = CaseNote.objects.create(case=case, user_id=actor.user_id, text=text, created_at=now)
    case_changed.send(sender=Case, case_ids=[case.pk])
    return note
