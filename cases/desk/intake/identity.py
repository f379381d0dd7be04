"""Who stands before the window: her real-name level, and the tick of the clerk that she has seen her with the card."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest

from accounts.domain.identity import confirm_person
from accounts.identity import IdentityLevel
from accounts.models import Resident
from accounts.requests import actor_of

CARD_SEEN = "card_seen"


def note_card_seen(request: HttpRequest, resident: Resident, *, now: datetime) -> None:
    """Called with every form of the intake that carries the tick; without it nothing changes."""
    if request.POST.get(CARD_SEEN) == "1" and resident.identity_level < IdentityLevel.PERSON:
        confirm_person(resident=resident, actor=actor_of(request), now=now)
