"""T3: one complete correction notice (行政许可法 Art. 32(4); R2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.actors import Actor
from cases.clock import term
from cases.documents.notices import correction_context
from cases.domain.change import changing
from cases.domain.documents import issue_for
from cases.domain.supervise import order_supervision
from cases.domain.supplied import note_supplied
from cases.domain.tell import tell_applicant
from cases.enums import MaterialState, Status
from cases.models import Application, Case, CorrectionItem, CorrectionNotice, SupervisionRule
from flow.clocks import due_on
from places.calendar import calendar_for


@dataclass(frozen=True)
class Defect:
    """One thing that is wrong: the paper or answer, why, and how to put it right."""

    key: str
    name: str
    reason: str
    remedy: str


def request_correction(*, case: Case, defects: Sequence[Defect], actor: Actor, now: datetime) -> CorrectionNotice:
    """Tell everything that is wrong, once, within five working days of receipt."""
    with changing(case=case, verb="request_correction", actor=actor, now=now, defects=defects) as change:
        now = change.now
        locked = change.case
        before = locked.status
        last_day = _last_day(locked, now)
        number = locked.corrections.count() + 1
        notice = CorrectionNotice.objects.create(case=locked, number=number, issued_at=now, due_on=last_day)
        items = [
            CorrectionItem(notice=notice, key=d.key, name=d.name, reason=d.reason, remedy=d.remedy) for d in defects
        ]
        CorrectionItem.objects.bulk_create(items)
        keys = [defect.key for defect in defects]
        locked.materials.filter(key__in=keys).exclude(state=MaterialState.MISSING).update(state=MaterialState.DEFECT)
        locked.intake_clerk_id = actor.user_id
        if before == Status.RECEIVED:
            locked._request_correction()
        else:
            locked._request_correction_again()
        change.record(
            "case.request_correction",
            "intake_clerk",
            data={"due_on": last_day.isoformat(), "keys": keys, "number": number},
            state_from=before,
        )
        issue_for(change, "correction_notice", correction_context(locked, notice, items, now=now))
        if number > 1:
            order_supervision(
                case=locked,
                rule=SupervisionRule.SECOND_NOTICE,
                key=f"second-notice:{locked.number}:{number}",
                matter=_("A second correction notice was given, which the law does not provide for."),
                now=now,
            )
        tell_applicant(
            case=locked,
            actor=actor,
            title=_("Please supply what is missing"),
            body=_("“%(item)s” (%(number)s): the notice lists everything. Please supply it by %(due)s."),
            now=now,
        )
    return notice


def _last_day(case: Case, now: datetime) -> date:
    """By when the applicant has to supply; a term without pauses always has an end."""
    due = due_on(timezone.localdate(now), term(case.version.facts.correction_limit), calendar_for(case.unit))
    return due.on if due else timezone.localdate(now)


def correct_answer(*, case: Case, key: str, answer: str, actor: Actor, now: datetime) -> None:
    """Put right an answer that the notice names; the new answer counts for the whole application."""
    with transaction.atomic():
        application = Application.objects.select_for_update().get(pk=case.application_id)
        supply_answer(case=case, key=key, actor=actor, now=now)
        application.answers = {**application.answers, key: answer}
        application.updated_at = now
        application.save(update_fields=["answers", "updated_at"])


def supply_answer(*, case: Case, key: str, actor: Actor, now: datetime) -> None:
    """A wrong answer named in the notice was put right by the applicant."""
    with changing(case=case, verb="supply_papers", actor=actor, now=now, act="correct") as change:
        note_supplied(change, key)
        change.record("case.supply_answer", data={"key": key})
