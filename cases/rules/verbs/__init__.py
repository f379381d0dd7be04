"""Which conditions each verb asks. The desk's buttons, the refused request and the verb itself read this one table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cases.rules.context import CaseCondition
from cases.rules.verbs import decision, ending, fees, hand_overs, hearings, intake, publicity, review, special
from cases.rules.verbs.base import Verb

__all__ = ["CONDITIONS", "VERBS", "Verb", "before_form"]

_MODULES = (intake, review, publicity, hearings, special, fees, hand_overs, decision, ending)
VERBS: Mapping[str, Verb] = {verb.name: verb for module in _MODULES for verb in module.VERBS}
CONDITIONS: Mapping[str, tuple[CaseCondition, ...]] = {name: verb.conditions for name, verb in VERBS.items()}


def before_form(verb: str) -> Iterable[CaseCondition]:
    """The conditions that can be told before the form of the verb is filled in."""
    return (condition for condition in CONDITIONS[verb] if not condition.asked)
