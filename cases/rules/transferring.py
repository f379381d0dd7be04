"""T17: a case changes hands only when the receiving unit agrees (domain.md §3.3)."""

from __future__ import annotations

from django.utils.translation import gettext as _

from cases.queries.cases import UNIT_ROLES
from cases.rules.context import CaseContext
from cases.rules.proposals import open_proposal
from flow.conditions import Condition


def _other_unit(context: CaseContext) -> str | None:
    to_unit = context.given.get("to_unit")
    if to_unit is None:
        return _("Choose the unit that is competent.")
    if to_unit == context.case.unit_id:
        return _("That unit has the case already.")
    return None


def _receiver(context: CaseContext) -> str | None:
    proposal = open_proposal(context.case, "transfer")
    if proposal is None:
        return None  # that it has to be proposed first says another condition
    right = context.actor.has_role(*UNIT_ROLES) and context.actor.unit_id == proposal.given.get("to_unit")
    return None if right else _("Only staff of the unit that is to receive the case can answer this.")


OTHER_UNIT = Condition("to_unit", "domain.md §3.3 T17", _other_unit, asked=True)
BY_RECEIVER = Condition("by_receiver", "domain.md §3.3 T17", _receiver)
