"""Publicity and what people object (domain.md §3.4)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from cases.enums import Status as S
from cases.rules import publicity, state, who
from cases.rules.verbs.base import EVERYBODY, REVIEWERS, SYSTEM, Verb

UNDER_WAY = state.in_state(S.REVIEWING, S.SUSPENDED)
OBJECTION = state.text_given("text", _("Write down what is objected to."))

VERBS = (
    Verb(
        "start_publicity",
        _("Begin the publicity"),
        (
            state.in_state(S.REVIEWING),
            publicity.PUBLICITY_TURN,
            publicity.NO_PUBLICITY_RUNNING,
            who.NOT_OWN_CASE,
            state.text_given("content", _("Write down what is published.")),
            publicity.CONTENT_MASKED,
            state.text_given("place", _("Say where it is published.")),
            state.text_given("contact", _("Say where objections can be raised.")),
        ),
        may=REVIEWERS,
        papers=("publicity_notice",),
    ),
    Verb(
        "raise_objection",
        _("Object to a publicity"),
        (UNDER_WAY, publicity.OPEN_TO_OBJECTIONS, OBJECTION),
        may=(EVERYBODY,),
    ),
    Verb(
        "enter_objection",
        _("Enter an objection"),
        (UNDER_WAY, publicity.PUBLICITY_TURN, who.NOT_OWN_CASE, publicity.PUBLICITY_RUNNING, OBJECTION),
        may=REVIEWERS,
    ),
    Verb(
        "handle_objection",
        _("Answer an objection"),
        (
            UNDER_WAY,
            publicity.PUBLICITY_TURN,
            who.NOT_OWN_CASE,
            publicity.OBJECTION_OPEN,
            state.text_given("handling", _("Write down what was found and why.")),
        ),
        may=REVIEWERS,
    ),
    Verb(
        "end_publicity",
        _("End the publicity"),
        (
            state.in_state(S.REVIEWING),
            publicity.PUBLICITY_RUNNING,
            publicity.MAY_END_PUBLICITY,
            who.NOT_OWN_CASE,
            publicity.TERM_OVER,
            publicity.OBJECTIONS_HANDLED,
        ),
        may=(*REVIEWERS, SYSTEM),
    ),
)
