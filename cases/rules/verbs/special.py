"""T11-T13: what stops and what lengthens the clocks (行政许可法 Art. 42, 45)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.models import Role
from cases.enums import Status as S
from cases.rules import special, stages, state, who
from cases.rules.proposals import not_proposed, proposed, second_person
from cases.rules.verbs.base import DECIDERS, REVIEWERS, SYSTEM, Verb

REVIEWING = state.in_state(S.REVIEWING)
HEAD = (Role.UNIT_HEAD,)
TO_SUSPEND = proposed("suspend", _("A reviewer has to propose a special procedure first."))
TO_EXTEND = proposed("extend", _("A reviewer has to propose an extension first."))
WHY_NOT = state.text_given("answer", _("Say why you do not agree."))

VERBS = (
    Verb(
        "propose_suspension",
        _("Propose a special procedure"),
        (
            REVIEWING,
            stages.REVIEWER_AT_WORK,
            who.NOT_OWN_CASE,
            special.HAS_PROCEDURES,
            not_proposed("suspend"),
            special.PROCEDURE_KNOWN,
            special.PROCEDURE_SHORT,
            state.text_given("reason", _("Say why the procedure is needed.")),
        ),
        may=REVIEWERS,
        proposes="suspend",
    ),
    Verb(
        "suspend",
        _("Approve the special procedure"),
        (
            REVIEWING,
            who.APPROVER_OF_UNIT,
            who.NOT_OWN_CASE,
            TO_SUSPEND,
            second_person("suspend"),
            special.NO_OPEN_SUSPENSION,
            special.PROCEDURE_KNOWN,
            special.PROCEDURE_SHORT,
        ),
        may=DECIDERS,
        moves=("suspend",),
        papers=("special_procedure_notice",),
    ),
    Verb(
        "decline_suspension",
        _("Decline the special procedure"),
        (who.APPROVER_OF_UNIT, who.NOT_OWN_CASE, TO_SUSPEND, second_person("suspend"), WHY_NOT),
        may=DECIDERS,
        declines="suspend",
    ),
    Verb(
        "resume",
        _("End the special procedure"),
        (
            state.in_state(S.SUSPENDED),
            special.MAY_RESUME,
            who.NOT_OWN_CASE,
            special.RESULT_GIVEN,
        ),
        may=(*REVIEWERS, SYSTEM),
        moves=("resume",),
    ),
    Verb(
        "propose_extension",
        _("Propose an extension"),
        (
            REVIEWING,
            stages.REVIEWER_AT_WORK,
            who.NOT_OWN_CASE,
            special.NEVER_EXTENDED,
            special.BEFORE_STATUTORY_DUE,
            special.EXTENDABLE,
            not_proposed("extend"),
            special.EXTENSION_SHORT,
            state.text_given("reason", _("Say why more time is needed; the applicant is told.")),
        ),
        may=REVIEWERS,
        proposes="extend",
    ),
    Verb(
        "extend",
        _("Approve the extension"),
        (
            REVIEWING,
            special.HEAD,
            who.NOT_OWN_CASE,
            TO_EXTEND,
            second_person("extend"),
            special.NEVER_EXTENDED,
            special.BEFORE_STATUTORY_DUE,
            special.EXTENSION_FITS,
        ),
        may=HEAD,
        moves=("extend",),
        papers=("extension_notice",),
    ),
    Verb(
        "decline_extension",
        _("Decline the extension"),
        (special.HEAD, who.NOT_OWN_CASE, TO_EXTEND, second_person("extend"), WHY_NOT),
        may=HEAD,
        declines="extend",
    ),
)
