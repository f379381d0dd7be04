"""The request as views of a signed-in house get it: with the one value that says who acts."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest

from accounts.actors import Actor


class ActorRequest(HttpRequest):
    """A request that has passed `ActorMiddleware`. Annotate views with it; nothing makes one."""

    actor: Actor


def actor_of(request: HttpRequest) -> Actor:
    """Who acts, where Django or Wagtail hand over a plain request (class-based views, hooks, decorators)."""
    return cast(ActorRequest, request).actor
