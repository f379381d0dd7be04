"""What is still open when a case is decided or ends: it ends with it, whichever verb brought that about."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from cases.enums import DONE, StageState
from cases.models import Case, HearingState, ProposalState
from cases.procedure import is_over

ENDED_WITH_THE_CASE = "办件已经办结或者终止，随之结束。"


def close_what_is_open(case: Case, *, state_from: str, now: datetime) -> None:
    """Stages, special procedures, publicity (nothing of an ended case stays public), hearings, unanswered proposals.

    A finished case also leaves the lists of the units that had a stage in it.
    """
    if is_over(case.status) and not is_over(state_from):
        left = (StageState.RUNNING, StageState.RETURNED, StageState.WAITING)
        case.stages.filter(state__in=left).update(state=StageState.STOPPED)
        case.suspensions.filter(ended_on=None).update(ended_on=timezone.localdate(now), result=ENDED_WITH_THE_CASE)
        case.publicities.filter(ended_at=None).update(ended_at=now, result=ENDED_WITH_THE_CASE)
        under_way = (HearingState.TOLD, HearingState.REQUESTED, HearingState.ANNOUNCED)
        case.hearings.filter(state__in=under_way).update(state=HearingState.ENDED, closed_at=now)
        open_ones = case.proposals.filter(state=ProposalState.OPEN)
        open_ones.update(state=ProposalState.DECLINED, answer=ENDED_WITH_THE_CASE, answered_at=now)
    if case.status in DONE:
        case.stages.filter(is_guest=True).update(is_guest=False)
