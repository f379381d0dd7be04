"""What may be done with a case now, and why not: the buttons of the case page, from the one table of conditions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.forms import Form
from django.utils.translation import gettext_lazy as _

from accounts.actors import Actor
from cases.desk.acts import ACTS
from cases.models import Case
from cases.rules.context import CaseContext
from cases.rules.verbs import VERBS, before_form
from core.errors import Reason
from flow.conditions import unmet

NEEDS_STATE = "state"
GROUPS = {
    "hearing": _("Interested parties and hearing"),
    "time": _("Special procedure and extension"),
    "fees": _("Fees"),
    "hand_over": _("Papers on their way"),
}


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
    group: str = ""

    @property
    def is_of_another_state(self) -> bool:
        return any(reason.code == NEEDS_STATE for reason in self.why_not)


@dataclass(frozen=True)
class Actions:
    now: list[Action] = field(default_factory=list)
    blocked: list[Action] = field(default_factory=list)
    later: list[Action] = field(default_factory=list)

    @property
    def main(self) -> list[Action]:
        return [action for action in self.now if not action.group]

    @property
    def groups(self) -> list[tuple[str, bool, list[Action]]]:
        """(title, whether one of them was asked for, acts) of each matter that has acts of its own."""
        found = []
        for key, title in GROUPS.items():
            acts = [action for action in self.now if action.group == key]
            if acts:
                found.append((str(title), any(action.is_open for action in acts), acts))
        return found


def actions_of(
    *, case: Case, actor: Actor, now: datetime, bound: Mapping[str, Form] | None = None, opened: str = ""
) -> Actions:
    """Sorted into what can be done, what this state would allow to others or later, and what other states allow."""
    found = Actions()
    for act in ACTS.values():
        if not act.applies(case):
            continue
        context = CaseContext(case, actor, now, act.given(case, actor))
        why_not = unmet(before_form(act.verb), context)
        action = Action(
            verb=act.verb,
            label=str(VERBS[act.verb].label),
            why_not=tuple(why_not),
            form=None if why_not else (bound or {}).get(act.verb) or act.form(case=case, actor=actor, prefix=act.verb),
            is_open=act.verb in (bound or {}) or act.verb == opened,
            tone="serious" if act.serious else "",
            goes_on=act.goes_on,
            group=act.group,
        )
        if not why_not:
            found.now.append(action)
        else:
            (found.later if action.is_of_another_state else found.blocked).append(action)
    return found
