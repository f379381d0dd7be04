"""What an item asks of the person herself, told before anything is filled in and again while it is."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from accounts.actors import Actor
from accounts.identity import IdentityLevel
from accounts.models import Resident
from cases.models import Application
from cases.rules.identity import how_to_raise, problems_of
from catalog.content import ItemContent


def identity_lines(items: Iterable[ItemContent], *, actor: Actor) -> list[str]:
    """Before a draft: for somebody signed in whether her level is enough, for everybody else what will be asked."""
    asked = list(items)
    person = Resident.objects.filter(pk=actor.resident_id).first() if actor.resident_id else None
    if person is not None:
        return _with_advice(problems_of(items=asked, applicant=person, mandate=None, is_self=True))
    needed = max((facts.min_identity_level for facts in asked), default=IdentityLevel.PHONE)
    if needed <= IdentityLevel.PHONE:
        return []
    return _with_advice([_("This asks for real-name %(needed)s.") % {"needed": IdentityLevel(needed).label}])


def draft_identity_lines(application: Application, items: Iterable[ItemContent], *, by_staff: bool) -> list[str]:
    """While it is filled in: why it could not be submitted yet, for applicant and agent."""
    found = problems_of(items=items, applicant=application.applicant, mandate=application.mandate, is_self=not by_staff)
    return [*found, how_to_raise(by_staff=by_staff)] if found else []


def _with_advice(problems: list[str]) -> list[str]:
    return [*problems, how_to_raise(by_staff=False)] if problems else []
