"""Who acts when Wagtail hands over a login and no request."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from accounts.actors import Actor
from accounts.domain.actors import actor_for
from accounts.models import Role


def publishing_actor(*, user: Any, on: date) -> Actor:
    """The login in its post as a publisher when it holds one, else in the post it would have anyway."""
    actor = actor_for(user=user, on=on)
    post = next((post for post in actor.posts if post.role == Role.ITEM_PUBLISHER), actor.post)
    return replace(actor, post=post)
