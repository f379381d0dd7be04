"""视为准予延续: a licence whose renewal nobody decided before its term ended goes on (行政许可法 Art. 50(2))."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.actors import SYSTEM
from cases.domain.change import changing
from cases.domain.linked import carry_out
from cases.domain.supervise import order_supervision
from cases.domain.tell import tell_applicant
from cases.enums import Outcome
from cases.models import Case, Certificate, SupervisionRule
from cases.rules.renewing import last_day
from core.text import format_day

ARTICLE = "《中华人民共和国行政许可法》第五十条第二款"


def deem_renewed(*, case: Case, now: datetime) -> Case:
    """T14b: granted by silence. The decision dates back to the end of the old term, so that no day is without one."""
    with changing(case=case, verb="deem_renewed", actor=SYSTEM, now=now) as change:
        now = change.now
        locked = change.case
        before = locked.status
        last = last_day(locked)
        if last is None:
            raise ValueError("a renewal of something without an end was let through")
        locked.outcome = Outcome.GRANTED
        decided = timezone.make_aware(datetime.combine(last + timedelta(days=1), time.min))
        locked.decided_at = decided
        locked._deem_renewed()
        change.record("case.deem_renewed", "outcome", data={"decided_at": decided.isoformat()}, state_from=before)
        new = carry_out(change, text="", by_silence=True, basis=ARTICLE)
        order_supervision(
            case=locked,
            rule=SupervisionRule.RENEWED,
            key=f"renewed:{locked.number}",
            matter=_("Nobody decided on the renewal before the term ended; it counts as granted."),
            now=now,
        )
        tell_applicant(
            case=locked,
            actor=SYSTEM,
            title=_("Your renewal counts as granted"),
            body=_("“%(item)s” (%(number)s) was not decided before the term ended, so by law it is renewed.")
            + _until(new),
            now=now,
        )
    return change.case


def _until(new: Certificate | None) -> str:
    if new is None or new.valid_to is None:
        return ""
    return _("The new term runs from %(first)s to %(last)s.") % {
        "first": format_day(new.valid_from),
        "last": format_day(new.valid_to),
    }
