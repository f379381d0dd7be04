"""The one value that says who acts: handed to every verb and every policy instead of a request or a user."""

from __future__ import annotations

from dataclasses import dataclass

from .models import Role


@dataclass(frozen=True)
class PostValue:
    """A post in force, without database access. `region_code` is the helper's or town's area ('' for none)."""

    id: int
    role: str
    unit_id: int
    unit_name: str
    unit_kind: str
    point_id: int | None
    region_code: str
    point_kind: str = ""


@dataclass(frozen=True)
class Actor:
    """Who acts. A resident has `resident_id`; staff act in one `post` at a time; the system has neither."""

    name: str
    user_id: int | None = None
    resident_id: int | None = None
    post: PostValue | None = None
    posts: tuple[PostValue, ...] = ()

    @property
    def is_staff(self) -> bool:
        return bool(self.posts)

    @property
    def is_anonymous(self) -> bool:
        return self.user_id == 0

    @property
    def is_system(self) -> bool:
        return self.user_id is None

    @property
    def role(self) -> str:
        return self.post.role if self.post else ""

    @property
    def unit_id(self) -> int | None:
        return self.post.unit_id if self.post else None

    def has_role(self, *roles: Role) -> bool:
        """Whether the post the actor works in now carries one of these roles."""
        return self.role in roles


SYSTEM = Actor(name="系统")
# Somebody who has not signed in: no login has this number, so no row is hers and she is not the system.
ANONYMOUS = Actor(name="", user_id=0)
