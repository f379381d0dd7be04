"""Which conditions each verb asks. The desk's buttons, the refused request and the verb itself read this one table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext_lazy as _

from cases.enums import Status as S
from cases.rules import state, who
from cases.rules.context import CaseCondition

OPEN_STATES = (S.RECEIVED, S.CORRECTION_REQUIRED, S.ACCEPTED, S.REVIEWING)

CONDITIONS: Mapping[str, tuple[CaseCondition, ...]] = {
    "submit": (state.in_state(S.DRAFT), state.ITEM_IN_USE, state.DECLARED, who.APPLICANT_SIDE),
    "check_material": (state.in_state(S.RECEIVED, S.CORRECTION_REQUIRED), who.INTAKE_STAFF, who.NOT_OWN_CASE),
    "accept": (
        state.in_state(S.RECEIVED, S.CORRECTION_REQUIRED),
        who.INTAKE_STAFF,
        who.NOT_OWN_CASE,
        state.PAPERS_COMPLETE,
        state.ALL_SUPPLIED,
    ),
    "request_correction": (
        state.in_state(S.RECEIVED),
        who.INTAKE_STAFF,
        who.NOT_OWN_CASE,
        state.NO_EARLIER_NOTICE,
        state.WITHIN_INTAKE_TERM,
        state.SOME_DEFECT,
        state.DEFECTS_EXPLAINED,
    ),
    "inform_not_required": (
        state.in_state(S.RECEIVED),
        who.INTAKE_STAFF,
        who.NOT_OWN_CASE,
        state.text_given("reason", _("Say why no handling is required.")),
        state.text_given("basis", _("Name the legal basis.")),
    ),
    "propose_refusal": (
        state.in_state(S.RECEIVED),
        who.INTAKE_STAFF,
        who.NOT_OWN_CASE,
        state.text_given("reason", _("Say why the application cannot be accepted.")),
        state.text_given("basis", _("Name the legal basis.")),
        state.text_given("agency", _("Name the agency the applicant must turn to.")),
    ),
    "refuse_intake": (
        state.in_state(S.RECEIVED),
        who.REFUSAL_CONFIRMER,
        who.NOT_OWN_CASE,
        state.text_given("reason", _("A refusal has to be proposed first.")),
        who.SECOND_PERSON,
    ),
    "supply_papers": (state.in_state(S.RECEIVED, S.CORRECTION_REQUIRED), who.APPLICANT_SIDE),
    "withdraw": (state.in_state(*OPEN_STATES), who.APPLICANT_SIDE),
    "start_review": (state.in_state(S.ACCEPTED), who.REVIEWER_OF_UNIT, who.NOT_INTAKE_CLERK, who.NOT_OWN_CASE),
    "give_opinion": (
        state.in_state(S.REVIEWING),
        who.REVIEWER_OF_UNIT,
        who.NOT_INTAKE_CLERK,
        who.NOT_OWN_CASE,
        state.text_given("text", _("Write down the opinion and its grounds.")),
    ),
    "grant": (
        state.in_state(S.REVIEWING),
        who.APPROVER_OF_UNIT,
        who.NOT_OWN_CASE,
        who.NOT_INTAKE_NOR_REVIEWER,
        state.OPINION_GIVEN,
    ),
    "deny": (
        state.in_state(S.REVIEWING),
        who.APPROVER_OF_UNIT,
        who.NOT_OWN_CASE,
        who.NOT_INTAKE_NOR_REVIEWER,
        state.OPINION_GIVEN,
        state.text_given("reasons", _("A denial needs its reasons in writing.")),
        state.text_given("basis", _("A denial needs its legal basis.")),
    ),
    "deliver_at_window": (
        state.in_state(S.GRANTED, S.DENIED, S.DELIVERING),
        who.INTAKE_STAFF,
        state.text_given("receiver", _("Name the person who received it.")),
    ),
    "deliver_at_door": (
        state.in_state(S.GRANTED, S.DENIED, S.DELIVERING),
        who.APPLICANT_SIDE,
        state.text_given("receiver", _("Name the person who received it.")),
    ),
    "deliver_electronically": (state.in_state(S.GRANTED, S.DENIED, S.DELIVERING), who.APPLICANT_SIDE),
}

LABELS = {
    "accept": _("Accept"),
    "request_correction": _("Give a correction notice"),
    "inform_not_required": _("No handling required"),
    "propose_refusal": _("Propose not to accept"),
    "refuse_intake": _("Confirm the refusal"),
    "withdraw": _("Withdraw at the applicant's request"),
    "start_review": _("Start the review"),
    "give_opinion": _("Give an opinion"),
    "grant": _("Grant"),
    "deny": _("Deny"),
    "deliver_at_window": _("Hand over the result"),
}
# What a verb is called with rather than what the case is: a button may be shown without it, its form asks for it.
ASKED_IN_FORM = frozenset(
    {"reason", "basis", "agency", "text", "reasons", "receiver", "some_defect", "defects_explained"}
)


def before_form(verb: str) -> Iterable[CaseCondition]:
    """The conditions that can be told before the form of the verb is filled in."""
    return (condition for condition in CONDITIONS[verb] if condition.code not in ASKED_IN_FORM)
