"""我的办件: what I began, what I applied for, what I do for others."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.models import Resident
from accounts.pending import signed_in_required
from accounts.queries import unread_count
from cases.enums import Channel
from cases.models import Application, Case
from cases.online.access import actor_of, own_cases, today
from cases.online.standing import standing_of
from cases.online.together import title_of
from core.text import format_day, format_moment
from flow.calendar import WorkCalendar
from places.calendar import county_calendar

PAGE_SIZE = 20
MOST_DRAFTS = 10


@never_cache
@signed_in_required
@require_safe
def my(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    drafts = Application.objects.editable_by(actor, on=today()).for_page().filter(channel=Channel.ONLINE)
    cases = own_cases(request).for_following().select_related("application__one_thing").order_by("-received_at", "-id")
    page = Paginator(cases, PAGE_SIZE).get_page(request.GET.get("page"))
    calendar = county_calendar()
    urgent = own_cases(request).waiting_for_papers()
    context = {
        "drafts": [_draft(one) for one in drafts.prefetch_related("cases__version")[:MOST_DRAFTS]],
        "page": page,
        "cards": [_card(case, actor.resident_id, calendar) for case in page],
        "urgent": urgent.for_list().order_by("correction_due_on")[:5],
        "unread": unread_count(actor),
    }
    return render(request, "cases/online/my.html", context)


def _draft(application: Application) -> dict[str, Any]:
    saved = _("Last saved %(at)s") % {"at": format_moment(application.updated_at)}
    return {
        "title": title_of(application, application.cases.all()),
        "href": reverse("online:tasks", args=[application.public_id]),
        "text": saved,
        "meta": [_for(application, application.applicant)] if application.mandate_id else [],
        "discard": reverse("online:discard", args=[application.public_id]),
    }


def _card(case: Case, resident_id: int | None, calendar: WorkCalendar) -> dict[str, Any]:
    standing = standing_of(case, on=today(), calendar=calendar)
    meta = [_("No. %(number)s") % {"number": case.number}, case.unit.name, format_day(case.received_at)]
    if case.application.one_thing:
        meta.insert(0, _("Part of “%(title)s”") % {"title": case.application.one_thing.name})
    if case.application.mandate_id:
        meta.append(_for(case.application, case.applicant, mine=case.applicant_id == resident_id))
    return {
        "title": case.version.name,
        "href": reverse("online:case", args=[case.public_id]),
        "text": standing.sentence,
        "meta": meta,
        "state": standing.state,
        "tone": standing.tone,
    }


def _for(application: Application, principal: Resident, *, mine: bool = False) -> str:
    """Who acts for whom; both names always."""
    mandate = application.mandate
    assert mandate is not None  # noqa: S101 - asked only for applications under a mandate
    words = {"agent": mandate.agent.display_name, "principal": principal.name}
    return _("%(agent)s acts for you") % words if mine else _("%(agent)s acts for %(principal)s") % words
