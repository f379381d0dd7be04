from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from cases.desk.acts.base import Act
from cases.desk.forms import NotRequiredForm, RefusalForm
from cases.desk.forms_ways import AnswerForm, AtOnceForm, PromiseCheckForm, PromiseForm
from cases.domain.correct import request_correction
from cases.domain.instant import handle_at_once
from cases.domain.intake import accept_case, decline_refusal, inform_not_required, propose_refusal, refuse_intake
from cases.domain.lapse import lapse_case
from cases.domain.ways import accept_on_promise, accept_with_tolerance, check_promise

ACTS = (
    Act("accept", accept_case, _("%(number)s was accepted. The acceptance notice is being made."), goes_on=True),
    # Has a page of its own, which shows the whole list before it is given.
    Act("request_correction", request_correction, _("%(number)s: the correction notice was given and is being made.")),
    Act(
        "inform_not_required",
        inform_not_required,
        _("%(number)s: the applicant was told that no handling is required."),
        NotRequiredForm,
    ),
    Act(
        "propose_refusal",
        propose_refusal,
        _("%(number)s: the refusal was proposed. A second person has to confirm it."),
        RefusalForm,
    ),
    Act(
        "refuse_intake",
        refuse_intake,
        _("%(number)s was refused. The decision is being made."),
        serious=True,
    ),
    Act("decline_refusal", decline_refusal, _("%(number)s: the refusal was declined."), AnswerForm),
    Act("handle_at_once", handle_at_once, _("%(number)s was granted at once."), AtOnceForm, goes_on=True),
    Act(
        "accept_with_tolerance",
        accept_with_tolerance,
        _("%(number)s was accepted; the papers that follow stand in the notice."),
        PromiseForm,
        goes_on=True,
    ),
    Act(
        "accept_on_promise",
        accept_on_promise,
        _("%(number)s was accepted on the applicant's promise."),
        PromiseForm,
        goes_on=True,
    ),
    Act("lapse", lapse_case, _("%(number)s: the papers were returned."), serious=True),
    Act("check_promise", check_promise, _("%(number)s: the check of the promise was recorded."), PromiseCheckForm),
)
