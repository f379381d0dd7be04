"""Raising the real-name level: by the identity service, or by staff who have the person and her card before them."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.actors import Actor
from accounts.domain.audit import note
from accounts.identity import LEVEL_OF, IdentityWay
from accounts.matching import match
from accounts.models import Resident, Role
from accounts.policies import may_find_residents, may_see_resident
from core.errors import Reason, Refused

LAW = "国办函〔2016〕108号"


def confirm_person(*, resident: Resident, actor: Actor, now: datetime) -> Resident:
    """The person stood before a clerk or helper, who compared her with her card: level 3. A second time changes nothing.

    Where she has a login, whoever confirms vouches that its telephone is hers; if it is not, `open_login` takes the
    login away from the stranger first.
    """
    if not (may_find_residents(actor) and may_see_resident(actor=actor, resident=resident, on=timezone.localdate(now))):
        raise Refused(
            [Reason("role", _("Only a clerk or a helper who serves this person can confirm who she is."), LAW)]
        )
    if actor.user_id is not None and resident.user_id == actor.user_id:
        raise Refused([Reason("role", _("Nobody confirms herself. Ask a colleague."), LAW)])
    way = IdentityWay.HELPER if actor.has_role(Role.STATION_HELPER) else IdentityWay.WINDOW
    return _raise_to(resident, way, actor, now)


def check_own_number(*, resident: Resident, actor: Actor, now: datetime) -> Resident:
    """She has her name and number compared by the identity service: level 2 when they belong together."""
    if actor.resident_id != resident.pk:
        raise Refused([Reason("role", _("Only the person herself can ask for this."))])
    found = match(name=resident.name, id_number=resident.id_number)
    if found is None:
        raise Refused([Reason("service", _("The identity service cannot be reached now. Try again later."))])
    if not found:
        raise Refused(
            [Reason("number", _("Name and number do not agree with the register. Bring your card to any window."))]
        )
    return _raise_to(resident, IdentityWay.NUMBER, actor, now)


def _raise_to(resident: Resident, way: IdentityWay, actor: Actor, now: datetime) -> Resident:
    with transaction.atomic():
        locked = Resident.objects.select_for_update(of=("self",)).get(pk=resident.pk)
        if locked.identity_level < LEVEL_OF[way]:
            before = locked.identity_level
            locked.identity_level, locked.identity_way, locked.identity_at = LEVEL_OF[way], way, now
            locked.save(update_fields=["identity_level", "identity_way", "identity_at"])
            note("resident.identity", subject=locked, actor=actor, now=now, way=way, before=before)
    resident.identity_level, resident.identity_way = locked.identity_level, locked.identity_way
    resident.identity_at = locked.identity_at
    return resident
