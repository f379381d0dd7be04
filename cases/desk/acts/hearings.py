from __future__ import annotations

from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from cases.desk.acts.base import Act
from cases.desk.review.hearing_forms import (
    AnnounceForm,
    ChoosePartyForm,
    NoPartiesForm,
    OrderForm,
    PartyForm,
    PartyOpinionForm,
    RecordForm,
    RequestForm,
    WaiverForm,
)
from cases.domain.hearings import (
    announce_hearing,
    close_hearing_right,
    order_hearing,
    record_hearing,
    request_hearing,
    tell_hearing_right,
)
from cases.domain.parties import add_party, note_no_parties, record_party_opinion, tell_party
from cases.models import Case, Hearing, HearingState
from cases.rules.hearings import last_hearing

GROUP = "hearing"


def _concerns_others(case: Case) -> bool:
    return case.version.facts.hearing_right or case.version.facts.is_licence or bool(case.hearings.all())


def _in(*states: HearingState) -> Any:
    """Acts of one step of the hearing are shown in that step."""

    def applies(case: Case) -> bool:
        row = last_hearing(case)
        return row is not None and row.state in states

    return applies


def _has_parties(case: Case) -> bool:
    return bool(case.parties.all())


def _announce(*, presider: Any, **given: Any) -> Hearing:
    return announce_hearing(presider=presider.pk if presider else 0, **given)


# One matter of the case page, shown where others may be concerned.
_act = partial(Act, group=GROUP, applies=_concerns_others)

ACTS = (
    _act(
        "note_no_parties",
        note_no_parties,
        _("%(number)s: it is on record that nobody else is concerned."),
        NoPartiesForm,
    ),
    _act(
        "add_party",
        add_party,
        _("%(number)s: the party was named."),
        PartyForm,
    ),
    _act(
        "tell_party",
        tell_party,
        _("%(number)s: the party was told. The notice is being made."),
        ChoosePartyForm,
        applies=_has_parties,
    ),
    _act(
        "record_party_opinion",
        record_party_opinion,
        _("%(number)s: the answer of the party was entered."),
        PartyOpinionForm,
        applies=_has_parties,
    ),
    _act(
        "tell_hearing_right",
        tell_hearing_right,
        _("%(number)s: the right to a hearing was told. The notices are being made."),
    ),
    _act(
        "request_hearing",
        request_hearing,
        _("%(number)s: a hearing was asked for."),
        RequestForm,
        applies=_in(HearingState.TOLD),
    ),
    _act(
        "close_hearing_right",
        close_hearing_right,
        _("%(number)s: no hearing is asked for."),
        WaiverForm,
        applies=_in(HearingState.TOLD),
    ),
    _act(
        "announce_hearing",
        _announce,
        _("%(number)s: the hearing was announced. The notices are being made."),
        AnnounceForm,
        applies=_in(HearingState.REQUESTED),
    ),
    _act(
        "record_hearing",
        record_hearing,
        _("%(number)s: the record of the hearing was entered."),
        RecordForm,
        applies=_in(HearingState.ANNOUNCED),
    ),
    _act(
        "order_hearing",
        order_hearing,
        _("%(number)s: a hearing was ordered."),
        OrderForm,
    ),
)
