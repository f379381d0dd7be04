from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from accounts.actors import Actor
from accounts.models import Role
from cases.enums import VisitState
from cases.models import Visit
from places.models import Region


def visits_of(actor: Actor) -> QuerySet[Visit]:
    """The home visits a window clerk looks after: of the stations of her town, of the whole county at the hall."""
    post = actor.post
    if post is None or not actor.has_role(Role.WINDOW_CLERK):
        return Visit.objects.none()
    related: tuple[Any, ...] = ("region__parent", "point", "helper")
    visits = Visit.objects.select_related(*related)
    if not post.region_code or len(post.region_code) <= 6:
        return visits
    town = Region.objects.filter(Q(code=post.region_code) | Q(parent__code=post.region_code))
    return visits.filter(region__in=town.order_by().values("pk"))  # by keys: a join would read every visit there is


def asked_by(actor: Actor) -> QuerySet[Visit]:
    """The visits a resident asked for, and those asked for her."""
    if actor.resident_id is None:
        return Visit.objects.none()
    related: tuple[Any, ...] = ("region__parent", "point", "helper")
    mine = Q(requested_by_id=actor.user_id) | Q(resident_id=actor.resident_id)
    return Visit.objects.filter(mine).select_related(*related).order_by("-created_at", "-id")


def assigned_to(actor: Actor) -> QuerySet[Visit]:
    """The visits of this helper, with all that a card shows."""
    if not actor.user_id or not actor.has_role(Role.STATION_HELPER):
        return Visit.objects.none()
    related: tuple[Any, ...] = ("region__parent", "point", "resident", "mandate", "application")
    return Visit.objects.filter(helper_id=actor.user_id).select_related(*related)


def untaken_at(actor: Actor) -> QuerySet[Visit]:
    """Visits of the helper's station that nobody has yet."""
    post = actor.post
    if post is None or post.point_id is None or not actor.has_role(Role.STATION_HELPER):
        return Visit.objects.none()
    waiting = Visit.objects.filter(point_id=post.point_id, helper=None, state=VisitState.REQUESTED)
    return waiting.select_related("region__parent", "point")
