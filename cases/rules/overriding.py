"""Which unmet rules of a verb the actor's post may set aside, once and with a reason."""

from __future__ import annotations

from accounts.models import Role
from cases.rules.context import CaseContext
from cases.rules.verbs import CONDITIONS
from core.errors import Reason
from core.prepared import rows_of


def overridable(verb: str, context: CaseContext) -> list[Reason]:
    """The rules that do not hold now and that this post may set aside: the supervisor anywhere, a head in her unit."""
    actor, case = context.actor, context.case
    if not actor.has_role(Role.SUPERVISOR) and actor.unit_id != case.unit_id:
        return []
    held = {row.code for row in rows_of(case, "overrides") if row.verb == verb and row.used_at is None}
    found = []
    for condition in CONDITIONS[verb]:
        if actor.role not in condition.override or condition.code in held:
            continue
        if text := condition.reason(context):
            found.append(Reason(condition.code, str(text), condition.law))
    return found
