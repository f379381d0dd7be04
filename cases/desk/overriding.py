"""特批: the rules of this case's buttons that the actor's post may set aside, and the form that asks for the reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.actors import Actor
from cases.desk.actions import NEEDS_STATE
from cases.desk.acts import ACTS
from cases.models import Case
from cases.rules.context import CaseContext
from cases.rules.overriding import overridable
from cases.rules.verbs import VERBS, before_form
from core.errors import Reason
from core.offering import offer_choices
from flow.conditions import unmet


@dataclass(frozen=True)
class Rule:
    """One rule that stands in the way of one button."""

    verb: str
    label: str
    reason: Reason

    @property
    def key(self) -> str:
        return f"{self.verb}:{self.reason.code}"

    def __str__(self) -> str:
        law = self.reason.law
        source = f"（{law}）" if law and "domain" not in law else ""
        return f"{self.label}：{self.reason.text}{source}"


def rules_of(case: Case, actor: Actor, now: datetime) -> list[Rule]:
    found = []
    for act in ACTS.values():
        conditions = tuple(before_form(act.verb))
        if not act.applies(case) or not any(actor.role in condition.override for condition in conditions):
            continue
        context = CaseContext(case, actor, now, act.given(case, actor))
        standing = {reason.code for reason in unmet(conditions, context)}
        if NEEDS_STATE in standing:
            continue
        label = str(VERBS[act.verb].label)
        found += [Rule(act.verb, label, rule) for rule in overridable(act.verb, context) if rule.code in standing]
    return found


class OverrideForm(forms.Form):
    rule = forms.ChoiceField(label=_("Rule to set aside"), widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Why it is set aside this once"),
        min_length=10,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("At least 10 characters. The reason stays on the case, and the unit has to answer for it."),
    )

    def __init__(self, *args: Any, rules: list[Rule], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_choices(self, "rule", [(rule.key, str(rule)) for rule in rules])
        if len(rules) == 1:
            self.fields["rule"].initial = rules[0].key
