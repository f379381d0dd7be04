"""Set a rule aside once, where the table of rules allows it: by whom, why, and what it said stay on record."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.actors import Actor
from cases.domain.change import append_event, lock_case, not_before
from cases.domain.supervise import order_supervision
from cases.models import Case, Override, SupervisionRule
from cases.rules.context import CaseContext
from cases.rules.overriding import overridable
from core.domain.audit import append_audit
from core.errors import Reason, Refused


def grant_override(
    *,
    case: Case,
    verb: str,
    code: str,
    reason: str,
    actor: Actor,
    now: datetime,
    given: Mapping[str, Any] | None = None,
) -> Override:
    """Let the next `verb` on this case pass although the rule `code` does not hold (domain.md §3.3 T3b, §11).

    Refused for a rule that nobody may set aside, for a post that may not, without a reason, and by the person whom the
    rule keeps out herself.
    """
    with transaction.atomic():
        locked = lock_case(case)
        now = not_before(locked, now)
        context = CaseContext(locked, actor, now, dict(given or {}))
        found = next((rule for rule in overridable(verb, context) if rule.code == code), None)
        problems = []
        if found is None:
            problems.append(Reason("rule", _("Your post may not set this rule aside, or it is met by now.")))
        if not reason.strip():
            problems.append(Reason("reason", _("Say why the rule is set aside; the reason stays on record.")))
        if found is None or problems:
            raise Refused(problems)
        row = Override.objects.create(
            case=locked,
            verb=verb,
            code=code,
            rule=found.text[:500],
            reason=reason.strip(),
            granted_by_id=actor.user_id or 0,
            granted_at=now,
        )
        append_event(
            case=locked,
            verb="case.override",
            actor=actor,
            now=now,
            opinion=row.reason,
            data={"verb": verb, "code": code, "rule": row.rule},
        )
        append_audit(
            action="case.override",
            user_id=actor.user_id,
            user_name=actor.name,
            subject=locked,
            data={"number": locked.number, "verb": verb, "code": code},
            now=now,
        )
        order_supervision(
            case=locked,
            rule=SupervisionRule.OVERRIDE,
            key=f"override:{row.pk}",
            matter=_("A rule was set aside: %(rule)s Reason given: %(reason)s")
            % {"rule": row.rule, "reason": row.reason},
            now=now,
        )
    return row
