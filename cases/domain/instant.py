"""即办件: complete and simple, so it is accepted, reviewed, decided and handed over in one go (行政许可法 Art. 34)."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.actors import Actor
from cases.domain.decide import grant_case
from cases.domain.deliver import deliver_at_window
from cases.domain.intake import accept_case
from cases.domain.review import give_opinion, start_review
from cases.models import Case
from cases.models.opinions import Conclusion

STEP = timedelta(milliseconds=1)  # four moments in their order, on one screen


def handle_at_once(*, case: Case, text: str, receiver: str, actor: Actor, now: datetime) -> Case:
    """T2, T10, T14 and T18 by the one person whom the item allows to do all of it; each leaves its own event.

    Whatever one of the steps refuses stops all of them. Without a `receiver` the result waits to be handed over.
    """
    opinion = text.strip() or _("Complete and in order; the conditions are met.")
    with transaction.atomic():
        case = accept_case(case=case, actor=actor, now=now)
        case = start_review(case=case, actor=actor, now=now + STEP)
        give_opinion(case=case, conclusion=Conclusion.GRANT, text=opinion, actor=actor, now=now + STEP * 2)
        case = grant_case(case=case, actor=actor, now=now + STEP * 3)
        if receiver.strip():
            case = deliver_at_window(case=case, receiver=receiver, actor=actor, now=now + STEP * 4)
    return case
