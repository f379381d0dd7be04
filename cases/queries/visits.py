from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from accounts.actors import Actor
from accounts.models import Role
from cases.models import Visit


def visits_of(actor: Actor) -> QuerySet[Visit]:
    """The home visits a window clerk looks after: of the stations of her town, of the whole county at the hall."""
    post = actor.post
    if post is None or not actor.has_role(Role.WINDOW_CLERK):
        return Visit.objects.none()
    related: tuple[Any, ...] = ("region__parent", "point", "helper")
    visits = Visit.objects.select_related(*related)
    if not post.region_code or len(post.region_code) <= 6:
        return visits
    return visits.filter(Q(region__code=post.region_code) | Q(region__parent__code=post.region_code))
