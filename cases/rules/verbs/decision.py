"""T14-T17: the decision, the silence that stands for it, and what ends a case in its place (行政许可法 Art. 37, 38)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.models import Role
from cases.enums import Status as S
from cases.rules import fees, proposals, renewing, state, terminating, transferring, ways, who
from cases.rules.ready import READY_TO_DECIDE, READY_TO_GRANT
from cases.rules.verbs.base import DECIDERS, SYSTEM, Verb

BY_APPROVER = (who.APPROVER_OF_UNIT, who.NOT_OWN_CASE, who.NOT_INTAKE_NOR_REVIEWER, state.OPINION_GIVEN)

VERBS = (
    Verb(
        "grant",
        _("Grant"),
        (state.in_state(S.REVIEWING), *BY_APPROVER, *READY_TO_GRANT, state.PAPERS_FOLLOWED, fees.SETTLED),
        may=DECIDERS,
        moves=("grant",),
        papers=("grant_decision", "completion_notice", "certificate"),
    ),
    Verb(
        "deem_renewed",
        _("Counts as renewed (视为准予延续)"),
        (
            state.in_state(S.ACCEPTED, S.REVIEWING, S.SUSPENDED),
            ways.BY_SYSTEM,
            renewing.LICENCE_RENEWAL,
            renewing.TERM_OVER,
            renewing.APPLIED_IN_TIME,
            renewing.ACCEPTED_IN_TERM,
            renewing.STILL_RENEWABLE,
        ),
        may=(SYSTEM,),
        moves=("deem_renewed",),
        papers=("renew_decision", "certificate", "supervision_order"),
    ),
    Verb(
        "deny",
        _("Deny"),
        (
            state.in_state(S.REVIEWING),
            *BY_APPROVER,
            *READY_TO_DECIDE,
            state.text_given("reasons", _("A denial needs its reasons in writing.")),
            state.text_given("basis", _("A denial needs its legal basis.")),
        ),
        may=DECIDERS,
        moves=("deny",),
        papers=("denial_decision",),
    ),
    Verb(
        "terminate",
        _("Terminate the handling"),
        (
            state.in_state(S.REVIEWING, S.SUSPENDED),
            who.APPROVER_OF_UNIT,
            who.NOT_OWN_CASE,
            who.NOT_INTAKE_NOR_REVIEWER,
            terminating.GROUND_KNOWN,
            terminating.TOLERANCE_OVER,
            fees.UNPAID_IN_TIME,
            state.text_given("reasons", _("Say what happened.")),
        ),
        may=DECIDERS,
        moves=("terminate",),
        papers=("termination_notice",),
    ),
    Verb(
        "propose_transfer",
        _("Propose a transfer to another unit"),
        (
            state.in_state(S.ACCEPTED, S.REVIEWING),
            who.STAFF_OF_UNIT,
            who.NOT_OWN_CASE,
            proposals.not_proposed("transfer"),
            transferring.OTHER_UNIT,
            state.text_given("reason", _("Say why the other unit is competent.")),
        ),
        may=(*DECIDERS, Role.REVIEWER),
        proposes="transfer",
    ),
    Verb(
        "transfer",
        _("Take over the case"),
        (
            state.in_state(S.ACCEPTED, S.REVIEWING),
            proposals.proposed("transfer", _("A transfer has to be proposed first.")),
            transferring.BY_RECEIVER,
            who.NOT_OWN_CASE,
            proposals.second_person("transfer"),
        ),
        may=(*DECIDERS, Role.REVIEWER),
        moves=("transfer",),
        papers=("transfer_letter", "supervision_order"),
    ),
    Verb(
        "decline_transfer",
        _("Decline the transfer"),
        (
            state.in_state(S.ACCEPTED, S.REVIEWING),
            proposals.proposed("transfer", _("A transfer has to be proposed first.")),
            transferring.BY_RECEIVER,
            who.NOT_OWN_CASE,
            state.text_given("answer", _("Say why your unit is not competent.")),
        ),
        may=(*DECIDERS, Role.REVIEWER),
        declines="transfer",
    ),
)
