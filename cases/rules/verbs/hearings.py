"""Interested parties and hearings (行政许可法 Art. 36, 46-48)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from cases.enums import Status as S
from cases.models import HearingState as H
from cases.rules import hearings, stages, state, who
from cases.rules.verbs.base import AGENT, APPLICANT, DECIDERS, REVIEWERS, SYSTEM, Verb

UNDER_WAY = state.in_state(S.REVIEWING, S.SUSPENDED)
BY_REVIEWER = (UNDER_WAY, stages.REVIEWER_AT_WORK, who.NOT_OWN_CASE)

VERBS = (
    Verb(
        "add_party",
        _("Name an interested party"),
        (
            *BY_REVIEWER,
            state.text_given("name", _("Name the party.")),
            state.text_given("interest", _("Say which interest is concerned.")),
        ),
        may=REVIEWERS,
    ),
    Verb(
        "tell_party",
        _("Tell an interested party"),
        (*BY_REVIEWER, hearings.PARTY_UNTOLD),
        may=REVIEWERS,
        papers=("interested_party_notice",),
    ),
    Verb(
        "record_party_opinion",
        _("Enter the answer of a party"),
        (*BY_REVIEWER, hearings.PARTY_TOLD, state.text_given("opinion", _("Write down what the party said."))),
        may=REVIEWERS,
    ),
    Verb(
        "note_no_parties",
        _("Record that nobody else is concerned"),
        (
            *BY_REVIEWER,
            hearings.NONE_UNDER_WAY,
            hearings.NOBODY_CONCERNED,
            state.text_given("reason", _("Say on what this rests.")),
        ),
        may=REVIEWERS,
    ),
    Verb(
        "tell_hearing_right",
        _("Tell the right to a hearing"),
        (*BY_REVIEWER, hearings.NONE_UNDER_WAY),
        may=REVIEWERS,
        papers=("hearing_right_notice",),
    ),
    Verb(
        "request_hearing",
        _("Ask for a hearing"),
        (
            UNDER_WAY,
            hearings.REQUEST_SIDE,
            hearings.in_hearing_state(H.TOLD),
            hearings.REQUEST_IN_TIME,
            state.text_given("requested_by", _("Say who asks for it.")),
        ),
        may=(APPLICANT, AGENT, *REVIEWERS),
    ),
    Verb(
        "close_hearing_right",
        _("Nobody asks for a hearing"),
        (
            UNDER_WAY,
            hearings.REVIEWER_OR_SYSTEM,
            who.NOT_OWN_CASE,
            hearings.in_hearing_state(H.TOLD),
            hearings.REQUEST_TERM_OVER,
        ),
        may=(*REVIEWERS, SYSTEM),
    ),
    Verb(
        "order_hearing",
        _("Order a hearing without a request"),
        (
            UNDER_WAY,
            who.APPROVER_OF_UNIT,
            who.NOT_OWN_CASE,
            hearings.NONE_UNDER_WAY,
            state.text_given("reason", _("Say which public interest asks for it.")),
        ),
        may=DECIDERS,
    ),
    Verb(
        "announce_hearing",
        _("Announce the hearing"),
        (
            *BY_REVIEWER,
            hearings.in_hearing_state(H.REQUESTED),
            hearings.ANNOUNCED_IN_TIME,
            state.text_given("place", _("Say where it is held.")),
            hearings.PRESIDER_APART,
        ),
        may=REVIEWERS,
        papers=("hearing_notice", "hearing_announcement"),
    ),
    Verb(
        "record_hearing",
        _("Enter the record of the hearing"),
        (
            UNDER_WAY,
            hearings.PRESIDER_OR_REVIEWER,
            who.NOT_OWN_CASE,
            hearings.in_hearing_state(H.ANNOUNCED),
            hearings.TIME_HAS_COME,
            hearings.SOMEBODY_PRESENT,
            state.text_given("recorder", _("Name who wrote the record.")),
            state.text_given("record", _("Write down what was said.")),
            hearings.RECORD_SIGNED,
        ),
        may=(*REVIEWERS, *DECIDERS),
        papers=("hearing_record",),
    ),
)
