from __future__ import annotations

from collections.abc import Callable
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from accounts.actors import Actor
from accounts.domain.actors import actor_for
from accounts.requests import ActorRequest

POST_KEY = "post_id"


class ActorMiddleware:
    """Sets `request.actor`, built when first asked for, so that public pages cost no query."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        cast(ActorRequest, request).actor = cast(Actor, SimpleLazyObject(lambda: current_actor(request)))
        return self.get_response(request)


def current_actor(request: HttpRequest) -> Actor:
    """Who acts in this request today, in the post chosen for this session."""
    return actor_for(user=request.user, post_id=request.session.get(POST_KEY), on=timezone.localdate())
