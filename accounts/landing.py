"""Where somebody lands after signing in."""

from __future__ import annotations

from django.urls import NoReverseMatch, reverse

from accounts.actors import Actor
from accounts.models import Role

DOOR_ROLES = (Role.STATION_HELPER,)


def landing_for(actor: Actor) -> str:
    """Helpers at their visits, other staff at the workbench, residents at their cases."""
    if actor.post is not None:
        names = ("door:index", "wagtailadmin_home") if actor.has_role(*DOOR_ROLES) else ("wagtailadmin_home",)
    else:
        names = ("online:my", "accounts:profile")
    for name in names:
        try:
            return reverse(name)
        except NoReverseMatch:
            continue
    return "/"
