"""T9 and T18-T20: withdrawing, delivery, the archive, and the cases that follow a decision."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.models import Role
from cases.enums import OPEN
from cases.enums import Status as S
from cases.rules import linked, serving, state, who
from cases.rules.verbs.base import AGENT, APPLICANT, APPLICANT_SIDE, REVIEWERS, SYSTEM, Verb

DECIDED_NOT_CLOSED = state.in_state(S.GRANTED, S.DENIED, S.DELIVERING)
RECEIVER = state.text_given("receiver", _("Name the person who received it."))
DELIVERY = ("deliver", "confirm_delivery")

VERBS = (
    Verb(
        "withdraw",
        _("Withdraw at the applicant's request"),
        (state.in_state(*OPEN), who.APPLICANT_SIDE),
        may=APPLICANT_SIDE,
        moves=("withdraw",),
        papers=("withdrawal_confirmation",),
    ),
    Verb(
        "deliver_at_window",
        _("Hand over the result"),
        (DECIDED_NOT_CLOSED, who.INTAKE_STAFF, who.NOT_OWN_CASE, RECEIVER),
        may=(Role.WINDOW_CLERK,),
        moves=DELIVERY,
        papers=("service_receipt",),
    ),
    Verb(
        "deliver_at_door",
        _("Bring the result to the door"),
        (DECIDED_NOT_CLOSED, who.AGENT, RECEIVER),
        may=(AGENT,),
        moves=DELIVERY,
        papers=("service_receipt",),
    ),
    Verb(
        "deliver_electronically",
        _("Receive the result online"),
        (DECIDED_NOT_CLOSED, who.APPLICANT_OR_AGENT),
        may=(APPLICANT, AGENT),
        moves=DELIVERY,
        papers=("service_receipt",),
    ),
    Verb(
        "send_by_post",
        _("Send by post"),
        (
            DECIDED_NOT_CLOSED,
            who.INTAKE_STAFF,
            who.NOT_OWN_CASE,
            serving.NOTHING_IN_THE_POST,
            state.text_given("carrier", _("Name the carrier.")),
            state.text_given("receipt_number", _("Enter the number of the posting receipt.")),
            state.text_given("address", _("Enter the address.")),
        ),
        may=(Role.WINDOW_CLERK,),
        moves=("deliver",),
        papers=("postal_receipt",),
    ),
    Verb(
        "confirm_post",
        _("Delivered by post"),
        (state.in_state(S.DELIVERING), who.INTAKE_STAFF, who.NOT_OWN_CASE, serving.IN_THE_POST, RECEIVER),
        may=(Role.WINDOW_CLERK,),
        moves=("confirm_delivery",),
        papers=("service_receipt",),
    ),
    Verb(
        "post_failed",
        _("Came back undelivered"),
        (
            state.in_state(S.DELIVERING),
            who.INTAKE_STAFF,
            who.NOT_OWN_CASE,
            serving.IN_THE_POST,
            state.text_given("note", _("Say why it came back.")),
        ),
        may=(Role.WINDOW_CLERK,),
    ),
    Verb(
        "serve_refused",
        _("Refused before a witness"),
        (
            DECIDED_NOT_CLOSED,
            who.INTAKE_STAFF,
            who.NOT_OWN_CASE,
            state.text_given("refusal_note", _("Write down reason and facts of the refusal.")),
            state.text_given("witness", _("Name the witness who signed.")),
            state.text_given("place", _("Name the place.")),
        ),
        may=(Role.WINDOW_CLERK,),
        moves=DELIVERY,
        papers=("service_receipt",),
    ),
    Verb(
        "archive",
        _("Put into the archive"),
        (state.in_state(S.CLOSED), serving.ARCHIVISTS, serving.PAPERS_MADE),
        may=(SYSTEM, Role.WINDOW_CLERK),
        moves=("archive",),
        papers=("archive_catalogue",),
    ),
    Verb(
        "open_linked",
        _("Open a case about this decision"),
        (*linked.LINKED, state.text_given("reason", _("Say why."))),
        may=(*APPLICANT_SIDE, *REVIEWERS, Role.APPROVER),
        papers=("receipt_of_materials",),
    ),
)
