"""Fetch and authorise in one step: who may not see a thing is told that it does not exist."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from accounts.pending import signed_in_required
from accounts.requests import actor_of as actor_of  # every view of this face takes it from here
from cases.models import Application, Case, OfficialDocument
from cases.online.history import INNER_PAPERS
from core.models import StoredFile

View = Callable[..., HttpResponseBase]


def today() -> date:
    return timezone.localdate()


def own_cases(request: HttpRequest) -> Any:
    return Case.objects.own_of(actor_of(request), on=today())


def submitted_application(request: HttpRequest, public_id: UUID) -> Application | None:
    """A submitted application of the person, or of somebody she acts for today."""
    mine = own_cases(request).order_by().values("application")
    return Application.objects.for_page().filter(public_id=public_id, pk__in=mine).first()


def with_draft(view: View) -> View:
    """The view gets the draft the person may go on with. A submitted one leads to its confirmation: the second tab,
    the second click and the back button end there."""

    @wraps(view)
    def fetched(request: HttpRequest, public_id: UUID, *args: Any, **kwargs: Any) -> HttpResponseBase:
        drafts = Application.objects.editable_by(actor_of(request), on=today()).for_page()
        application = drafts.filter(public_id=public_id).first()
        if application is not None:
            return view(request, application, *args, **kwargs)
        if submitted_application(request, public_id) is None:
            raise Http404
        if request.method == "POST":
            messages.info(request, _("This application had been submitted already. Nothing was sent twice."))
        return redirect("online:done", public_id)

    return never_cache(signed_in_required(fetched))


def with_case(view: View) -> View:
    """The view gets a case of the person herself or of somebody she acts for under a mandate in force."""

    @wraps(view)
    def fetched(request: HttpRequest, public_id: UUID, *args: Any, **kwargs: Any) -> HttpResponseBase:
        found = (
            own_cases(request)
            .for_following()
            .select_related("item__department", "application__applicant", "application__one_thing", "subject")
        )
        case = found.filter(public_id=public_id).first()
        if case is None:
            raise Http404
        return view(request, case, *args, **kwargs)

    return never_cache(signed_in_required(fetched))


def visible_document(request: HttpRequest, public_id: UUID) -> OfficialDocument:
    """A document of a case that the actor may read; one of the whole application belongs to each of its cases."""
    document = OfficialDocument.objects.select_related("case", "file").filter(public_id=public_id).first()
    if document is None or (document.code in INNER_PAPERS and not actor_of(request).is_staff):
        raise Http404
    cases = Case.objects.visible_to(actor_of(request), on=today()).filter(application=document.application_id)
    if document.case_id is not None:
        cases = cases.filter(pk=document.case_id)
    if not cases.exists():
        raise Http404
    return document


def own_file(request: HttpRequest, public_id: UUID) -> StoredFile:
    """A file handed in with a draft or a case of the person."""
    drafts = Application.objects.editable_by(actor_of(request), on=today()).order_by().values("pk")
    cases = own_cases(request).order_by().values("application")
    applications = Application.objects.filter(pk__in=drafts) | Application.objects.filter(pk__in=cases)
    papers = [
        paper
        for one in applications.filter(papers__file__public_id=public_id).distinct()
        for paper in one.papers.select_related("file").filter(file__public_id=public_id)
    ]
    if not papers or papers[0].file is None:
        raise Http404
    return papers[0].file
