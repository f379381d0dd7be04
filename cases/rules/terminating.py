"""Why a case may end without a decision: a closed list (domain.md §3.7; 行政许可法 has none of its own)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cases.rules.context import CaseContext
from flow.conditions import Condition


class TerminationGround(models.TextChoices):
    """[M] Withdrawal by the applicant is not among them: it has an end of its own."""

    PERSON_GONE = "person_gone", gettext_lazy("The applicant died, lost capacity or ceased to exist")
    IMPOSSIBLE = "impossible", gettext_lazy("The matter has become impossible")
    ITEM_ABOLISHED = "item_abolished", gettext_lazy("The item was abolished")
    TOLERANCE_BROKEN = "tolerance_broken", gettext_lazy("Papers that were to follow were not supplied in time")
    FEE_UNPAID = "fee_unpaid", gettext_lazy("A statutory fee was not paid in time")
    CHECK_REFUSED = "check_refused", gettext_lazy("The applicant refuses a check or a hearing")
    DUPLICATE = "duplicate", gettext_lazy("The same matter is handled in another case")
    FORCE_MAJEURE = "force_majeure", gettext_lazy("Force majeure")
    ORDERED = "ordered", gettext_lazy("Ordered by a court or on reconsideration")


def _ground_known(context: CaseContext) -> str | None:
    return None if context.given.get("ground") in TerminationGround.values else _("Choose one of the grounds.")


def _tolerance_over(context: CaseContext) -> str | None:
    """That ground exists only once the term of the papers that were to follow has passed."""
    if context.given.get("ground") != TerminationGround.TOLERANCE_BROKEN:
        return None
    case = context.case
    tolerance = getattr(case, "tolerance", None)
    if tolerance is None or tolerance.supplied_at is not None:
        return _("No papers are outstanding that were to follow.")
    if case.tolerance_due_on is not None and context.today > case.tolerance_due_on:
        return None
    return _("The term for the papers that follow has not ended yet.")


GROUND_KNOWN = Condition("ground", "domain.md §3.7", _ground_known, asked=True)
TOLERANCE_OVER = Condition("tolerance_over", "domain.md §3.6", _tolerance_over, asked=True)
