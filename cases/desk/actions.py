"""What may be done with a case now, and why not: the buttons of the case page, from the one table of conditions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.forms import Form
from django.utils.translation import gettext as _

from accounts.actors import Actor
from cases.desk.forms import FORMS
from cases.domain.intake import refusal_proposal
from cases.enums import Status
from cases.models import Case
from cases.rules.context import CaseContext
from cases.rules.verbs import LABELS, before_form
from core.errors import Reason
from flow.conditions import unmet

AFTERWARDS = (Status.CLOSED, Status.NOT_REQUIRED, Status.NOT_ACCEPTED, Status.WITHDRAWN)
NEEDS_STATE = "state"
DECISIONS = ("grant", "deny", "give_opinion", "accept")
GRAVE = ("deny", "refuse_intake", "withdraw")


@dataclass(frozen=True)
class Action:
    """One button. `why_not` are the reasons of the verb itself; `form` is None when it cannot be done now."""

    verb: str
    label: str
    why_not: tuple[Reason, ...] = ()
    form: Form | None = None
    is_open: bool = False
    tone: str = ""
    goes_on: bool = False

    @property
    def is_of_another_state(self) -> bool:
        return any(reason.code == NEEDS_STATE for reason in self.why_not)


@dataclass(frozen=True)
class Actions:
    now: list[Action] = field(default_factory=list)
    blocked: list[Action] = field(default_factory=list)
    later: list[Action] = field(default_factory=list)


def actions_of(
    *, case: Case, actor: Actor, now: datetime, bound: Mapping[str, Form] | None = None, opened: str = ""
) -> Actions:
    """Sorted into what can be done, what this state would allow to others or later, and what other states allow."""
    found = Actions()
    proposal = refusal_proposal(case) if case.status == Status.RECEIVED else None
    for verb, label in LABELS.items():
        given: dict[str, Any] = {"act": "withdraw"} if verb == "withdraw" else {}
        if proposal is not None:
            given["proposed_by"] = proposal.user_id
        why_not = list(unmet(before_form(verb), CaseContext(case, actor, now, given)))
        if verb == "refuse_intake" and proposal is None and case.status == Status.RECEIVED:
            why_not.append(Reason("reason", _("A refusal has to be proposed first.")))
        action = Action(
            verb=verb,
            label=str(label),
            why_not=tuple(why_not),
            form=None if why_not else (bound or {}).get(verb) or FORMS[verb](case=case, prefix=verb),
            is_open=verb in (bound or {}) or verb == opened,
            tone="serious" if verb in GRAVE else "",
            goes_on=verb in DECISIONS,
        )
        if not why_not:
            found.now.append(action)
        else:
            (found.later if action.is_of_another_state else found.blocked).append(action)
    return found
