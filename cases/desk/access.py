"""The head of every desk view: who may come in, and the case she may see. A foreign case does not exist for her."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db.models import UUIDField
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone

from accounts.actors import Actor
from accounts.models import Role
from accounts.requests import actor_of as actor_of  # every view of this face takes it from here
from cases.models import Application, Case
from cases.rules.who import plainly_at_desk
from core.prepared import Prepared

View = Callable[..., HttpResponseBase]
_TO_ACT_ON = Prepared(
    lambda public_id: Case.objects.submitted().select_related("application").with_version().filter(public_id=public_id),
    public_id=UUIDField(),
)
CASE_ROLES = (Role.WINDOW_CLERK, Role.REVIEWER, Role.APPROVER, Role.UNIT_HEAD, Role.SUPERVISOR)


def for_roles(*roles: Role) -> Callable[[View], View]:
    """A page of these posts; for everybody else it does not exist."""

    def decorate(view: View) -> View:
        @wraps(view)
        def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not actor_of(request).has_role(*roles):
                raise Http404("not a page of this post")
            return view(request, *args, **kwargs)

        return inner

    return decorate


case_staff = for_roles(*CASE_ROLES)
clerks = for_roles(Role.WINDOW_CLERK)


def visible_case(request: HttpRequest, public_id: uuid.UUID) -> Case:
    """The case with everything its page shows of itself, if the actor's post covers it."""
    cases = Case.objects.visible_to(actor_of(request), on=timezone.localdate()).for_list()
    related = ("unit__region", "applicant__region__parent", "application__mandate__principal", "application__point")
    people = ("intake_clerk", "reviewer", "approver", "certificate")
    return get_object_or_404(
        cases.select_related(*related, *people).with_item().prefetch_related("corrections", "servings"),
        public_id=public_id,
    )


def case_to_act_on(request: HttpRequest, public_id: uuid.UUID) -> Case:
    """The same case with little beside it: the verb locks it and reads anew what its conditions ask for."""
    actor = actor_of(request)
    case = _TO_ACT_ON.first(public_id=public_id)
    if case is None:
        raise Http404("no such case")
    if not (plainly_at_desk(case, actor) or _is_visible(case, actor)):
        raise Http404("not a case of this post")
    return case


def _is_visible(case: Case, actor: Actor) -> bool:
    return Case.objects.visible_to(actor, on=timezone.localdate()).filter(pk=case.pk).exists()


def draft_of(request: HttpRequest, public_id: uuid.UUID) -> Application:
    """A draft this clerk began."""
    drafts = Application.objects.editable_by(actor_of(request), on=timezone.localdate()).filter(
        created_by_id=actor_of(request).user_id
    )
    return get_object_or_404(drafts.for_page(), public_id=public_id)
