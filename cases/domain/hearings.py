"""Hearings: the right told, asked for, announced, held, its record closed (行政许可法 Art. 46-48)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.actors import Actor
from cases.documents.decisions import facts_text
from cases.documents.hearings import announcement_context, notice_context, record_context, right_context
from cases.domain.change import Change, changing
from cases.domain.documents import issue_for
from cases.domain.tell import tell_applicant
from cases.models import Case, Hearing, HearingState
from cases.rules.hearings import TO_ORGANISE, TO_REQUEST, days_from, last_hearing


def tell_hearing_right(*, case: Case, actor: Actor, now: datetime) -> Hearing:
    """Applicant and interested parties hear in writing that they may ask for a hearing within five days (Art. 47)."""
    with changing(case=case, verb="tell_hearing_right", actor=actor, now=now) as change:
        now = change.now
        locked = change.case
        row = Hearing.objects.create(
            case=locked, told_at=now, request_by_on=days_from(locked, TO_REQUEST, timezone.localdate(now))
        )
        by_on = row.request_by_on.isoformat() if row.request_by_on else ""
        change.record("case.tell_hearing_right", data={"hearing": row.pk, "request_by_on": by_on})
        for name in _addressees(locked):
            context = right_context(locked, row, to=name, facts=facts_text(locked), now=now)
            issue_for(change, "hearing_right_notice", context)
        tell_applicant(
            case=locked,
            actor=actor,
            title=_("You may ask for a hearing"),
            body=_("“%(item)s” (%(number)s): you may ask for a hearing within five working days. It costs nothing."),
            now=now,
        )
    return row


def request_hearing(*, case: Case, requested_by: str, actor: Actor, now: datetime) -> Hearing:
    """Applicant or party asks for it in time: it is organised within twenty working days (Art. 47)."""
    with changing(case=case, verb="request_hearing", actor=actor, now=now, requested_by=requested_by) as change:
        now = change.now
        row = _last(change)
        row.state, row.requested_at, row.requested_by = HearingState.REQUESTED, now, requested_by.strip()
        row.organise_by_on = days_from(change.case, TO_ORGANISE, timezone.localdate(now))
        row.save(update_fields=["state", "requested_at", "requested_by", "organise_by_on"])
        data = {"hearing": row.pk, "by": row.requested_by, "organise_by_on": row.organise_by_on.isoformat()}
        change.record("case.request_hearing", data=data)
    return row


def close_hearing_right(*, case: Case, waived_by: str = "", actor: Actor, now: datetime) -> Hearing:
    """Nobody asked in time, or all have waived it in writing (`waived_by` names them). The periodic work calls it too."""
    with changing(case=case, verb="close_hearing_right", actor=actor, now=now, waived_by=waived_by) as change:
        now = change.now
        row = _last(change)
        row.state, row.closed_at = HearingState.WAIVED, now
        row.save(update_fields=["state", "closed_at"])
        change.record("case.close_hearing_right", opinion=waived_by.strip(), data={"hearing": row.pk})
    return row


def order_hearing(*, case: Case, reason: str, actor: Actor, now: datetime) -> Hearing:
    """A great public interest, or a rule, asks for a hearing without anybody's request (Art. 46)."""
    with changing(case=case, verb="order_hearing", actor=actor, now=now, reason=reason) as change:
        now = change.now
        row = Hearing.objects.create(
            case=change.case, is_own_motion=True, state=HearingState.REQUESTED, requested_at=now
        )
        change.record("case.order_hearing", opinion=reason.strip(), data={"hearing": row.pk})
    return row


def announce_hearing(
    *, case: Case, held_at: datetime, place: str, presider: int, in_public: bool, actor: Actor, now: datetime
) -> Hearing:
    """Set time, place and presider; everybody concerned is told seven days before, the public by announcement (Art. 48)."""
    with changing(
        case=case, verb="announce_hearing", actor=actor, now=now, held_at=held_at, place=place, presider=presider
    ) as change:
        now = change.now
        row, locked = _last(change), change.case
        row.state, row.announced_at = HearingState.ANNOUNCED, now
        row.held_at, row.place, row.presider_id, row.is_public = held_at, place.strip(), presider, in_public
        row.save(update_fields=["state", "announced_at", "held_at", "place", "presider", "is_public"])
        data = {"hearing": row.pk, "held_at": held_at.isoformat(), "place": row.place}
        change.record("case.announce_hearing", data=data)
        for name in _addressees(locked):
            issue_for(change, "hearing_notice", notice_context(locked, row, to=name, now=now))
        if in_public:
            issue_for(change, "hearing_announcement", announcement_context(locked, row, now=now))
        tell_applicant(
            case=locked,
            actor=actor,
            title=_("A hearing was set"),
            body=_("“%(item)s” (%(number)s): the notice says when and where the hearing is held."),
            now=now,
        )
    return row


def record_hearing(
    *,
    case: Case,
    present: list[dict[str, str]],
    record: str,
    recorder: str,
    signed_note: str,
    actor: Actor,
    now: datetime,
) -> Hearing:
    """The hearing was held: who was there, what was said, who signed. The decision rests on this record (Art. 48).

    `present`: [{name, role, unit}] as the paper prints them; one line of `record` a statement, “姓名：…”.
    """
    given: dict[str, Any] = {"record": record, "present": present, "recorder": recorder, "signed_note": signed_note}
    with changing(case=case, verb="record_hearing", actor=actor, now=now, **given) as change:
        now = change.now
        row = _last(change)
        row.state, row.closed_at = HearingState.HELD, now
        row.present, row.record, row.signed_note = present, record.strip(), signed_note.strip()
        row.save(update_fields=["state", "closed_at", "present", "record", "signed_note"])
        change.record("case.record_hearing", data={"hearing": row.pk, "present": len(present)})
        issue_for(change, "hearing_record", record_context(change.case, row, recorder=recorder.strip(), now=now))
    return row


def _addressees(case: Case) -> list[str]:
    """Applicant first, then every interested party that was told of the matter; the holder of a certificate is both."""
    told = (party.name for party in case.parties.all() if party.told_at is not None)
    return list(dict.fromkeys([case.applicant.name, *told]))


def _last(change: Change) -> Hearing:
    row = last_hearing(change.case)
    if row is None:
        raise ValueError("The conditions let nobody through without a hearing")
    return row
