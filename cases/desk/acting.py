"""Which verb each button calls, and what is said afterwards."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext_lazy as _

from cases.domain.decide import deny_case, grant_case
from cases.domain.deliver import deliver_at_window
from cases.domain.intake import accept_case, inform_not_required, propose_refusal, refuse_intake
from cases.domain.review import give_opinion, start_review
from cases.domain.withdraw import withdraw_case

# A correction notice has its own page, which shows the whole list before it is given.
ACTS: dict[str, Callable[..., Any]] = {
    "accept": accept_case,
    "inform_not_required": inform_not_required,
    "propose_refusal": propose_refusal,
    "refuse_intake": refuse_intake,
    "withdraw": withdraw_case,
    "start_review": start_review,
    "give_opinion": give_opinion,
    "grant": grant_case,
    "deny": deny_case,
    "deliver_at_window": deliver_at_window,
}
MESSAGES = {
    "accept": _("%(number)s was accepted. The acceptance notice is being made."),
    "request_correction": _("%(number)s: the correction notice was given and is being made."),
    "inform_not_required": _("%(number)s: the applicant was told that no handling is required."),
    "propose_refusal": _("%(number)s: the refusal was proposed. A second person has to confirm it."),
    "refuse_intake": _("%(number)s was refused. The decision is being made."),
    "withdraw": _("%(number)s was withdrawn at the applicant's request."),
    "start_review": _("The review of %(number)s has begun."),
    "give_opinion": _("The opinion on %(number)s was recorded."),
    "grant": _("%(number)s was granted. Decision and certificate are being made."),
    "deny": _("%(number)s was denied. The decision is being made."),
    "deliver_at_window": _("The result of %(number)s was handed over. The case is closed."),
}
