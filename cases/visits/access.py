"""Fetch and authorise in one step: a visit of somebody else does not exist for who asks."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache

from accounts.actors import Actor
from accounts.models import Role
from accounts.pending import resident_required, signed_in_required
from accounts.requests import actor_of
from cases.domain.door import in_force
from cases.models import Visit
from cases.queries.visits import asked_by, assigned_to

View = Callable[..., HttpResponseBase]


def helper_of_request(request: HttpRequest) -> Actor | None:
    """The actor in the post of a station helper, whichever of the posts held was chosen; None without such a post."""
    actor = actor_of(request)
    if actor.has_role(Role.STATION_HELPER):
        return actor
    post = next((post for post in actor.posts if post.role == Role.STATION_HELPER), None)
    if post is None:
        return None
    return Actor(actor.name, user_id=actor.user_id, resident_id=actor.resident_id, post=post, posts=actor.posts)


def helpers(view: View) -> View:
    """The view gets the helper as its second argument. Residents are led to their own requests, others refused."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        helper = helper_of_request(request)
        if helper is not None:
            return view(request, helper, *args, **kwargs)
        if actor_of(request).resident_id is not None and request.method == "GET" and not kwargs:
            return redirect("door:mine")
        raise PermissionDenied("for helpers of a station")

    return never_cache(signed_in_required(guarded))


def with_visit(view: View) -> View:
    """The view gets the helper and a visit assigned to her."""

    @helpers
    @wraps(view)
    def fetched(request: HttpRequest, helper: Actor, public_id: UUID, *args: Any, **kwargs: Any) -> HttpResponseBase:
        visit = (
            assigned_to(helper)
            .select_related("mandate__principal", "mandate__agent", "mandate__proof")
            .filter(public_id=public_id)
        )
        found = visit.first()
        if found is None:
            raise Http404
        return view(request, helper, found, *args, **kwargs)

    return fetched


def with_mandate(view: View) -> View:
    """The view gets the helper and a visit of hers whose mandate is in force now; else there is no such page."""

    @with_visit
    @wraps(view)
    def fetched(request: HttpRequest, helper: Actor, visit: Visit, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not in_force(visit.mandate, on=timezone.localdate()):
            raise Http404
        return view(request, helper, visit, *args, **kwargs)

    return fetched


def with_request(view: View) -> View:
    """The view gets a visit that the resident asked for, or that was asked for her."""

    @wraps(view)
    def fetched(request: HttpRequest, public_id: UUID, *args: Any, **kwargs: Any) -> HttpResponse:
        visit = asked_by(actor_of(request)).filter(public_id=public_id).first()
        if visit is None:
            raise Http404
        return view(request, visit, *args, **kwargs)  # type: ignore[return-value]  # a view answers

    return never_cache(resident_required(fetched))
