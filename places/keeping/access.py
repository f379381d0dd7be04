"""Who may do what with the calendar in the back office: Django's permissions on the model of the change."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from wagtail.admin.auth import permission_denied

from places.domain.acting import Acting

PROPOSE = "places.add_calendarchange"
DECIDE = "places.decide_calendarchange"
LOOK = "places.view_calendarday"
View = Callable[..., HttpResponseBase]


def actor_of(request: HttpRequest) -> Acting:
    """Who acts, as this room knows it: what the request carries is set by the room above."""
    return cast(Acting, getattr(request, "actor"))  # noqa: B009 - a plain request has no such attribute


def may(request: HttpRequest, *permissions: str) -> bool:
    """Whether any of these is held."""
    return any(request.user.has_perm(permission) for permission in permissions)


def for_holders(*permissions: str) -> Callable[[View], View]:
    """A page for whoever holds any of these; others are sent to the workbench with a message."""

    def decorate(view: View) -> View:
        @wraps(view)
        def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not may(request, *permissions):
                return permission_denied(request)  # type: ignore[no-any-return]  # Wagtail has no types
            return view(request, *args, **kwargs)

        return inner

    return decorate
