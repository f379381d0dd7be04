"""Interested parties: named, told what concerns them, heard (行政许可法 Art. 36)."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from accounts.actors import Actor
from cases.documents.hearings import holder_context, holder_interest, party_context
from cases.domain.change import Change, changing
from cases.domain.documents import issue_for
from cases.models import Case, Hearing, HearingState, InterestedParty
from cases.rules.hearings import TO_ANSWER, days_from


def add_party(
    *, case: Case, name: str, interest: str, contact: str = "", actor: Actor, now: datetime
) -> InterestedParty:
    """Somebody whose major interest the matter directly concerns."""
    with changing(case=case, verb="add_party", actor=actor, now=now, name=name, interest=interest) as change:
        party = InterestedParty.objects.create(
            case=change.case, name=name.strip(), contact=contact.strip(), interest=interest.strip()
        )
        change.record("case.add_party", data={"party": party.pk})
    return party


def tell_party(*, case: Case, party: int, actor: Actor, now: datetime) -> InterestedParty:
    """Tell her in writing what is applied for, what it means to her, and by when she may answer."""
    with changing(case=case, verb="tell_party", actor=actor, now=now, party=party) as change:
        row = change.case.parties.get(pk=party)
        _tell(change, row)
        issue_for(change, "interested_party_notice", party_context(change.case, row, now=change.now))
    return row


def tell_holder(change: Change) -> InterestedParty:
    """The holder of the certificate hears what is intended against it and by when he may answer (行政许可法 Art. 7).

    Called by what opens such a case; the decision waits for his answer or the end of the term like for any party's.
    """
    case = change.case
    row = InterestedParty.objects.create(case=case, name=case.applicant.name, interest=holder_interest(case))
    _tell(change, row)
    issue_for(change, "interested_party_notice", holder_context(case, row, now=change.now))
    return row


def _tell(change: Change, row: InterestedParty) -> None:
    row.told_at = change.now
    row.answer_by_on = days_from(change.case, TO_ANSWER, timezone.localdate(change.now))
    row.save(update_fields=["told_at", "answer_by_on"])
    change.record("case.tell_party", data={"party": row.pk, "answer_by_on": row.answer_by_on.isoformat()})


def record_party_opinion(*, case: Case, party: int, opinion: str, actor: Actor, now: datetime) -> InterestedParty:
    """What she said; also that she has nothing to object."""
    with changing(case=case, verb="record_party_opinion", actor=actor, now=now, party=party, opinion=opinion) as change:
        now = change.now
        row = change.case.parties.get(pk=party)
        row.opinion, row.opinion_at = opinion.strip(), now
        row.save(update_fields=["opinion", "opinion_at"])
        change.record("case.record_party_opinion", opinion=row.opinion, data={"party": row.pk})
    return row


def note_no_parties(*, case: Case, reason: str, actor: Actor, now: datetime) -> Hearing:
    """The finding, with its grounds, that nobody's major interest is concerned: then nobody has to be told."""
    with changing(case=case, verb="note_no_parties", actor=actor, now=now, reason=reason) as change:
        row = Hearing.objects.create(case=change.case, state=HearingState.NONE, record=reason.strip())
        change.record("case.note_no_parties", opinion=reason.strip())
    return row
