"""T1-T8: from the draft to acceptance, and what ends a case before it (行政许可法 Art. 32)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.models import Role
from cases.enums import Status as S
from cases.rules import amending, proposals, state, submission, ways, who
from cases.rules.verbs.base import APPLICANT_SIDE, REVIEWERS, SYSTEM, Verb

CLERK = (Role.WINDOW_CLERK,)
AT_THE_WINDOW = (state.in_state(S.RECEIVED, S.CORRECTION_REQUIRED), who.INTAKE_STAFF, who.NOT_OWN_CASE)

FIRST_CHECK = (state.in_state(S.RECEIVED), who.INTAKE_STAFF, who.NOT_OWN_CASE)
REFUSAL_PROPOSED = proposals.proposed("refuse_intake", _("A refusal has to be proposed first."))

VERBS = (
    Verb(
        "submit",
        _("Submit"),
        submission.SUBMIT,
        may=(*APPLICANT_SIDE, Role.STATION_HELPER),
        moves=("submit",),
        papers=("receipt_of_materials", "application_form", "guardian_consent"),
    ),
    Verb(
        "check_material",
        _("Check a paper"),
        (state.MAY_BE_CHECKED, who.INTAKE_STAFF, who.NOT_OWN_CASE),
        may=CLERK,
    ),
    Verb(
        "amend_answer",
        _("Correct an answer on the spot"),
        (
            state.in_state(*amending.BEFORE_ACCEPTANCE),
            who.INTAKE_STAFF,
            who.NOT_OWN_CASE,
            amending.FIELD_ASKED,
            amending.ANSWER_FREE,
            amending.CONFIRMED,
        ),
        may=CLERK,
        papers=("application_form",),
    ),
    Verb(
        "accept",
        _("Accept"),
        (
            *AT_THE_WINDOW,
            ways.NOT_BARRED,
            state.PAPERS_COMPLETE,
            state.ALL_SUPPLIED,
        ),
        may=CLERK,
        moves=("accept", "accept_supplied"),
        papers=("acceptance_notice",),
    ),
    Verb(
        "request_correction",
        _("Give a correction notice"),
        (
            *AT_THE_WINDOW,
            state.NO_EARLIER_NOTICE,
            state.WITHIN_INTAKE_TERM,
            state.SOME_DEFECT,
            state.DEFECTS_EXPLAINED,
            amending.NOT_AGAIN_ON_PAPER,
        ),
        may=CLERK,
        moves=("request_correction", "request_correction_again"),
        papers=("correction_notice",),
    ),
    Verb(
        "inform_not_required",
        _("No handling required"),
        (
            *FIRST_CHECK,
            state.text_given("reason", _("Say why no handling is required.")),
            state.text_given("basis", _("Name the legal basis.")),
        ),
        may=CLERK,
        moves=("inform_not_required",),
        papers=("not_required_notice",),
    ),
    Verb(
        "propose_refusal",
        _("Propose not to accept"),
        (
            *FIRST_CHECK,
            proposals.not_proposed("refuse_intake"),
            state.text_given("reason", _("Say why the application cannot be accepted.")),
            state.text_given("basis", _("Name the legal basis.")),
            state.text_given("agency", _("Name the agency the applicant must turn to.")),
        ),
        may=CLERK,
        proposes="refuse_intake",
    ),
    Verb(
        "refuse_intake",
        _("Confirm the refusal"),
        (
            state.in_state(S.RECEIVED),
            who.REFUSAL_CONFIRMER,
            who.NOT_OWN_CASE,
            REFUSAL_PROPOSED,
            proposals.second_person("refuse_intake"),
        ),
        may=(*CLERK, *REVIEWERS, Role.APPROVER),
        moves=("refuse_intake",),
        papers=("non_acceptance_decision",),
    ),
    Verb(
        "decline_refusal",
        _("Do not refuse"),
        (
            state.in_state(S.RECEIVED),
            who.REFUSAL_CONFIRMER,
            who.NOT_OWN_CASE,
            REFUSAL_PROPOSED,
            state.text_given("answer", _("Say why the application is not to be refused.")),
        ),
        may=(*CLERK, *REVIEWERS, Role.APPROVER),
        declines="refuse_intake",
    ),
    Verb(
        "supply_papers",
        _("Supply papers"),
        (state.MAY_BE_CHECKED, who.APPLICANT_SIDE),
        may=APPLICANT_SIDE,
    ),
    Verb(
        "handle_at_once",
        _("Handle at once (即办)"),
        (
            *FIRST_CHECK,
            ways.MAY_DO_ALONE,
            ways.NOT_BARRED,
            state.PAPERS_COMPLETE,
        ),
        may=CLERK,
    ),
    Verb(
        "accept_with_tolerance",
        _("Accept, papers follow (容缺受理)"),
        (
            *AT_THE_WINDOW,
            ways.NOT_BARRED,
            ways.TOLERANCE_ALLOWED,
            ways.SOMETHING_FOLLOWS,
            ways.MAIN_PAPERS_COMPLETE,
            ways.ANSWERS_GIVEN,
            ways.NO_BROKEN_TOLERANCE,
            ways.TOLERANCE_SIGNED,
        ),
        may=CLERK,
        moves=("accept", "accept_supplied"),
        papers=("tolerance_notice", "tolerance_promise", "acceptance_notice"),
    ),
    Verb(
        "accept_on_promise",
        _("Accept on a promise (告知承诺)"),
        (
            *AT_THE_WINDOW,
            ways.NOT_BARRED,
            ways.PROMISE_ALLOWED,
            ways.SOMETHING_PROMISED,
            ways.UNPROMISED_COMPLETE,
            ways.ANSWERS_GIVEN,
            ways.NO_BROKEN_PROMISE,
            ways.SIGNED,
        ),
        may=CLERK,
        moves=("accept", "accept_supplied"),
        papers=("commitment_letter", "acceptance_notice"),
    ),
    Verb(
        "deem_accepted",
        _("Counts as accepted (视为受理)"),
        (state.in_state(S.RECEIVED), ways.BY_SYSTEM, ways.DEEMED_REGIME, ways.INTAKE_TERM_OVER),
        may=(SYSTEM,),
        moves=("deem_accepted",),
        papers=("acceptance_notice",),
    ),
    Verb(
        "propose_lapse",
        _("Propose to return the papers"),
        (
            state.in_state(S.CORRECTION_REQUIRED),
            ways.CLERK_OR_SYSTEM,
            ways.NOTHING_SUPPLIED,
            ways.CORRECTION_TERM_OVER,
            ways.REMINDED,
            proposals.not_proposed("lapse"),
        ),
        may=(SYSTEM, *CLERK),
        proposes="lapse",
    ),
    Verb(
        "lapse",
        _("Return the papers: nothing was supplied"),
        (
            state.in_state(S.CORRECTION_REQUIRED),
            who.INTAKE_STAFF,
            who.NOT_OWN_CASE,
            ways.NOTHING_SUPPLIED,
            ways.CORRECTION_TERM_OVER,
            proposals.proposed("lapse", _("The return has to be proposed first; the periodic work does so.")),
            proposals.second_person("lapse"),
        ),
        may=CLERK,
        moves=("lapse",),
        papers=("return_notice",),
    ),
    Verb(
        "check_promise",
        _("Record the check of the promise"),
        (
            ways.PROMISE_UNCHECKED,
            who.REVIEWER_OF_UNIT,
            who.NOT_OWN_CASE,
            state.text_given("finding", _("Write down what was found.")),
        ),
        may=REVIEWERS,
    ),
)
