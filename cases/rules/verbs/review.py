"""T10, the opinion, and the stages of the review (行政许可法 Art. 34, 35)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.models import Role
from cases.enums import Status as S
from cases.rules import site_checks, stages, state, who
from cases.rules.verbs.base import DECIDERS, REVIEWERS, Verb

REVIEWING = state.in_state(S.REVIEWING)
OPINION = state.text_given("text", _("Write down the opinion and its grounds."))

VERBS = (
    Verb(
        "start_review",
        _("Start the review"),
        (state.in_state(S.ACCEPTED), stages.FIRST_UNIT, who.NOT_INTAKE_CLERK, who.NOT_OWN_CASE),
        may=REVIEWERS,
        moves=("start_review",),
    ),
    Verb(
        "record_site_check",
        _("Record a check on site"),
        (
            state.in_state(S.REVIEWING, S.SUSPENDED),
            stages.REVIEWER_AT_WORK,
            who.NOT_OWN_CASE,
            site_checks.TWO_STAFF,
            site_checks.PLACE_AND_TIME,
            site_checks.FACTS_GIVEN,
            site_checks.SIGNED_OR_REFUSED,
        ),
        may=REVIEWERS,
        papers=("site_check_record",),
    ),
    Verb(
        "finish_stage",
        _("Finish the stage"),
        (
            REVIEWING,
            stages.REVIEWER_AT_WORK,
            who.NOT_INTAKE_CLERK,
            who.NOT_OWN_CASE,
            stages.STAGE_TO_FINISH,
            stages.CHECKED_ON_SITE,
            OPINION,
        ),
        may=REVIEWERS,
        papers=("review_opinion",),
    ),
    Verb(
        "give_opinion",
        _("Give an opinion"),
        (
            REVIEWING,
            who.REVIEWER_OF_UNIT,
            who.NOT_INTAKE_CLERK,
            who.NOT_OWN_CASE,
            stages.OWN_TURN,
            OPINION,
        ),
        may=REVIEWERS,
    ),
    Verb(
        "send_back",
        _("Send back to an earlier stage"),
        (
            REVIEWING,
            stages.TAKES_PART,
            who.NOT_OWN_CASE,
            stages.CAN_SEND_BACK,
            state.text_given("reason", _("Say what has to be examined again.")),
        ),
        may=(*REVIEWERS, Role.APPROVER),
    ),
    Verb(
        "continue_stages",
        _("Go on although a stage was not passed"),
        (
            REVIEWING,
            who.STAFF_OF_UNIT,
            who.NOT_OWN_CASE,
            stages.STOPPED,
            state.text_given("reason", _("Say why the procedure goes on.")),
        ),
        may=(*DECIDERS, Role.REVIEWER),
    ),
)
