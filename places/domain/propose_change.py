"""Propose days of the calendar. Nothing changes before another person puts them in force."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from core.domain.audit import append_audit
from core.errors import Reason, Refused
from core.text import format_day
from places.calendar import NATION
from places.differences import differences
from places.models import CalendarChange, Region
from places.planned_days import MOST_DAYS, PlannedDay, problem_of

from .acting import Acting

PROVINCE_DIGITS = 2


@transaction.atomic
def propose_calendar_change(
    *,
    jurisdiction: str,
    days: Sequence[PlannedDay],
    reason: str,
    source: str,
    actor: Acting,
    now: datetime,
    file_name: str = "",
    file_sha256: str = "",
) -> CalendarChange:
    """Raises Refused with everything that is wrong: a day, the document, nothing that would change."""
    reasons = problems_of_proposal(jurisdiction=jurisdiction, days=days, reason=reason, source=source, actor=actor)
    if reasons or not actor.user_id:
        raise Refused(reasons)
    change = CalendarChange.objects.create(
        jurisdiction=jurisdiction,
        days=[planned.to_json() for planned in sorted(days, key=lambda planned: planned.day)],
        reason=reason.strip(),
        source=source.strip(),
        file_name=file_name[:200],
        file_sha256=file_sha256,
        proposed_by=actor.user_id,
        proposer_name=actor.name,
        proposed_at=now,
    )
    data = {"jurisdiction": jurisdiction, "days": len(days), "source": change.source, "file": file_sha256}
    append_audit(
        action="calendar.propose", user_id=actor.user_id, user_name=actor.name, subject=change, data=data, now=now
    )
    return change


def problems_of_proposal(
    *, jurisdiction: str, days: Sequence[PlannedDay], reason: str, source: str, actor: Acting
) -> list[Reason]:
    found: list[Reason] = []
    if not actor.user_id:
        found.append(Reason("calendar.person", _("Sign in: a change of the calendar has a name under it.")))
    if not is_jurisdiction(jurisdiction):
        found.append(Reason("jurisdiction", _("The code %(code)s is no region of ours.") % {"code": jurisdiction}))
    if not reason.strip():
        found.append(Reason("reason", _("Say why the calendar changes.")))
    if not source.strip():
        found.append(Reason("source", _("Name the document the change rests on.")))
    return found or problems_of_days(jurisdiction, days)


def problems_of_days(jurisdiction: str, days: Sequence[PlannedDay]) -> list[Reason]:
    """Day by day, then whether anything would change at all."""
    if not days:
        return [Reason("days", _("Name at least one day."))]
    if len(days) > MOST_DAYS:
        return [Reason("days", _("No more than %(most)d days in one change.") % {"most": MOST_DAYS})]
    texts = [text for planned in days if (text := problem_of(planned))]
    told = Counter((planned.day, planned.is_emergency) for planned in days)
    texts += [_("%(day)s is named twice.") % {"day": format_day(day)} for (day, _e), times in told.items() if times > 1]
    if jurisdiction == NATION:
        texts += [
            _("%(day)s: above the national calendar there is none to fall back to.") % {"day": format_day(planned.day)}
            for planned in days
            if planned.removes and not planned.is_emergency
        ]
    if not texts and not differences(jurisdiction, days):
        texts.append(_("The calendar says all of this already; there is nothing to change."))
    return [Reason("days", text) for text in texts]


def is_jurisdiction(code: str) -> bool:
    """The nation, a province by its two digits, or a region that is loaded."""
    if code == NATION or (len(code) == PROVINCE_DIGITS and code.isdecimal()):
        return True
    return Region.objects.filter(code=code).exists()
