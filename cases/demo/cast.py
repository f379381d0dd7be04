"""Who acts in the demo: the staff of each unit as actors, without a query per case."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from accounts.actors import Actor
from accounts.domain.actors import post_value
from accounts.models import Post, Resident, Role
from places.models.points import PointKind


class Cast:
    """Actors by role and unit, clerks by service point, helpers by village."""

    def __init__(self, on: date) -> None:
        self.by_unit: dict[tuple[str, int], list[Actor]] = defaultdict(list)
        self.by_point: dict[int, list[Actor]] = defaultdict(list)
        self.at_hall: list[Actor] = []
        self.helpers: dict[int, Actor] = {}
        held = Post.objects.held_on(on).select_related("user", "unit__region", "point", "region").order_by("pk")
        for post in held:
            value = post_value(post)
            actor = Actor(name=post.user.display_name, user_id=post.user_id, post=value, posts=(value,))
            self.by_unit[post.role, post.unit_id].append(actor)
            if post.role == Role.WINDOW_CLERK and post.point is not None:
                self.by_point[post.point_id or 0].append(actor)
                if post.point.kind == PointKind.COUNTY_HALL:
                    self.at_hall.append(actor)
            if post.role == Role.STATION_HELPER and post.region_id:
                self.helpers[post.region_id] = actor

    def staff(self, role: str, unit_id: int, *, is_department: bool, point_id: int | None, pick: int) -> Actor | None:
        """The one who does this for a case of the unit; clerks of the point that took it in come first. None: nobody."""
        if role == Role.WINDOW_CLERK:
            here = self.by_point.get(point_id or 0) or (self.at_hall if is_department else [])
            chosen = here or self.by_unit[role, unit_id]
        else:
            chosen = self.by_unit[role, unit_id]
        return chosen[pick % len(chosen)] if chosen else None


def resident_actor(resident: Resident) -> Actor:
    return Actor(name=resident.name, user_id=resident.user_id, resident_id=resident.pk)
