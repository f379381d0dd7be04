"""Where a case stands, for the applicant: in one sentence, with what she does and what follows if nothing comes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from cases.enums import Status
from cases.models import Case
from cases.online.sentences import SENTENCES
from cases.online.sentences.seen import Seen
from cases.rules.renewing import silence_means
from flow.calendar import WorkCalendar
from flow.clocks import Due

TONES = {
    Status.DRAFT: "todo",
    Status.RECEIVED: "waiting",
    Status.CORRECTION_REQUIRED: "problem",
    Status.ACCEPTED: "doing",
    Status.REVIEWING: "doing",
    Status.SUSPENDED: "waiting",
    Status.GRANTED: "done",
    Status.DENIED: "problem",
    Status.DELIVERING: "done",
    Status.CLOSED: "done",
    Status.ARCHIVED: "done",
    Status.NOT_REQUIRED: "void",
    Status.NOT_ACCEPTED: "void",
    Status.LAPSED: "void",
    Status.WITHDRAWN: "void",
    Status.TERMINATED: "void",
    Status.TRANSFERRED: "void",
}


@dataclass(frozen=True)
class Standing:
    """`sentence` says where it is, who has it and by when; `late`: the office has passed its own date.

    `state` is the word of the state, but for what the authority decided by itself: nobody applied for a revocation, so
    nobody was granted one.
    """

    state: str
    tone: str
    sentence: str
    todo: str
    otherwise: str
    due: Due | None
    late: bool


def standing_of(case: Case, *, on: date, calendar: WorkCalendar) -> Standing:
    """Have the case read by `for_following`."""
    seen = Seen(case, on, calendar)
    told = SENTENCES[seen.status](seen)
    own_decision = seen.is_own_motion and seen.status in (Status.GRANTED, Status.DENIED)
    return Standing(
        state=_("Decided") if own_decision else str(seen.status.label),
        tone="waiting" if own_decision else TONES[seen.status],
        sentence=told.sentence,
        todo=told.todo,
        otherwise=told.otherwise + silence_means(case, on),
        due=case.due,
        late=seen.is_late,
    )
