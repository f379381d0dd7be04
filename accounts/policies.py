"""Who may see and change what of people, posts and mandates. Views, tables, search and verbs all ask here."""

from __future__ import annotations

from datetime import date

from accounts.actors import Actor
from accounts.models import Mandate, Resident, Role
from places.models import Region


def may_see_resident(*, actor: Actor, resident: Resident, on: date) -> bool:
    """Self, agent under a mandate in force, any clerk, the helper of her village."""
    if actor.resident_id is not None and actor.resident_id == resident.pk:
        return True
    return Resident.objects.visible_to(actor, on=on).filter(pk=resident.pk).exists()


def may_reveal(*, actor: Actor, resident: Resident, on: date) -> bool:
    """Unmasked data: the person herself, and staff who take papers in for her. An agent sees masked data only."""
    if actor.resident_id is not None and actor.resident_id == resident.pk:
        return True
    return may_find_residents(actor) and may_see_resident(actor=actor, resident=resident, on=on)


def may_find_residents(actor: Actor) -> bool:
    """Looking people up is for those who serve them: clerks, and helpers in their own village."""
    return actor.has_role(Role.WINDOW_CLERK, Role.STATION_HELPER)


def may_register(*, actor: Actor, region: Region) -> bool:
    """A clerk registers anybody, a helper people of the own village or town."""
    if actor.has_role(Role.WINDOW_CLERK):
        return True
    area = actor.post.region_code if actor.post else ""
    codes = {region.code, region.parent.code if region.parent else ""}
    return actor.has_role(Role.STATION_HELPER) and bool(area) and area in codes


def may_manage_posts(actor: Actor) -> bool:
    """Accounts and posts belong to the system administrator alone (三员分立, domain.md §11)."""
    return actor.has_role(Role.SYS_ADMIN)


def may_revoke(*, actor: Actor, mandate: Mandate) -> bool:
    """The principal at any time; the agent may lay the mandate down (民法典 Art. 173)."""
    if actor.is_anonymous or actor.is_system:
        return False
    return mandate.principal_id == actor.resident_id or mandate.agent_id == actor.user_id
