"""Whether the county is sure enough who applies (domain.md §5.1): asked at T1, and told before anything is filled in."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from django.utils.translation import gettext as _

from accounts.identity import IdentityLevel
from accounts.models import Mandate, Resident, Role
from cases.rules.context import CaseContext
from catalog.content import ItemContent
from flow.conditions import Condition

STAFF = (Role.WINDOW_CLERK, Role.STATION_HELPER)


class Who(StrEnum):
    """Of whom a sentence speaks; without names, which are masked where staff read it."""

    READER = "reader"
    APPLICANT = "applicant"
    AGENT = "agent"


def identity_problem(*, facts: ItemContent, person: Resident, who: Who) -> str | None:
    """Why this person's real-name level is too low for the item; None when it is high enough."""
    if person.identity_level >= facts.min_identity_level:
        return None
    words = {
        "item": facts.name,
        "needed": IdentityLevel(facts.min_identity_level).label,
        "held": IdentityLevel(person.identity_level).label,
    }
    match who:
        case Who.READER:
            return _("“%(item)s” asks for real-name %(needed)s; yours is %(held)s.") % words
        case Who.APPLICANT:
            return _("“%(item)s” asks for real-name %(needed)s; that of the applicant is %(held)s.") % words
        case Who.AGENT:
            return _("“%(item)s” asks for real-name %(needed)s; that of the agent is %(held)s.") % words


def how_to_raise(*, by_staff: bool) -> str:
    """What to do next: for staff who have her before them, or for who reads it at home."""
    if by_staff:
        return _("Compare her with her identity card now and tick that you have done so.")
    return _(
        "Bring the identity card to any service window, or ask for a visit at home: the clerk or helper compares it and "
        "the level is there at once. What has been filled in stays as it is."
    )


def problems_of(
    *, items: Iterable[ItemContent], applicant: Resident, mandate: Mandate | None, is_self: bool
) -> list[str]:
    """For every item what is wrong with the level of the applicant, and of an agent who is a resident herself (§5.2).

    `is_self`: who acts reads it.
    """
    agent = agent_of(mandate)
    found = []
    for facts in items:
        who = Who.READER if is_self and mandate is None else Who.APPLICANT
        found.append(identity_problem(facts=facts, person=applicant, who=who))
        if agent is not None:
            found.append(identity_problem(facts=facts, person=agent, who=Who.READER if is_self else Who.AGENT))
    return [problem for problem in found if problem]


def agent_of(mandate: Mandate | None) -> Resident | None:
    """The agent as a resident; a helper acts as staff, whom the county knows."""
    if mandate is None or mandate.agent.is_staff:
        return None
    return Resident.objects.filter(user_id=mandate.agent_id).first()


def _level(context: CaseContext) -> str | None:
    case, by_staff = context.case, context.actor.has_role(*STAFF)
    problems = problems_of(
        items=[case.version.facts],
        applicant=case.application.applicant,
        mandate=case.application.mandate,
        is_self=not by_staff,
    )
    return "".join([*problems, how_to_raise(by_staff=by_staff)]) if problems else None


IDENTITY_LEVEL = Condition("identity_level", "国办函〔2016〕108号", _level)
