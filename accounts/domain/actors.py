"""From a login to the one value that acts."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import BigAutoField, DateField

from accounts.actors import ANONYMOUS, Actor, PostValue
from accounts.models import Post
from core.prepared import Prepared
from places.models.units import UnitKind

AREA_UNITS = (UnitKind.TOWN, UnitKind.VILLAGE)
# Every request of staff asks for these; whole rows of five tables would be the dearest part of many.
SHOWN = ("role", "unit__name", "unit__kind", "unit__region__code", "point__kind", "region__code")

_HELD = Prepared(
    lambda user, on: (
        Post.objects.filter(user_id=user)
        .held_on(on)
        .select_related("unit__region", "point", "region")
        .only(*SHOWN)
        .order_by("valid_from", "pk")
    ),
    user=BigAutoField(),
    on=DateField(),
)


def actor_for(*, user: Any, post_id: int | None = None, on: date) -> Actor:
    """The actor behind a login on this day, in the post `post_id` when it is held, else in the oldest post held.

    Two queries at most. A visitor without a login, or with a closed one, is `ANONYMOUS`.
    """
    if user is None or not user.is_authenticated or not user.is_active:
        return ANONYMOUS
    resident = getattr(user, "resident", None)  # read with the login of a request (accounts.backends)
    posts = tuple(post_value(post) for post in _HELD.rows(user=user.pk, on=on))
    chosen = next((post for post in posts if post.id == post_id), posts[0] if posts else None)
    return Actor(
        name=user.display_name, user_id=user.pk, resident_id=resident.pk if resident else None, post=chosen, posts=posts
    )


def post_value(post: Post) -> PostValue:
    """The post as a value; without an own area it covers the area of its town or village unit."""
    unit = post.unit
    area = post.region or (unit.region if unit.kind in AREA_UNITS else None)
    return PostValue(
        id=post.pk,
        role=post.role,
        unit_id=unit.pk,
        unit_name=unit.name,
        unit_kind=unit.kind,
        point_id=post.point_id,
        region_code=area.code if area else "",
        point_kind=post.point.kind if post.point else "",
    )
