"""A change from its proposal to the decision of a second person."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from core.errors import Reason, Refused
from places.calendar import NATION
from places.domain.decide_change import (
    put_change_in_force,
    refuse_change,
    why_not_in_force,
    why_not_refused,
    why_not_withdrawn,
    withdraw_change,
)
from places.domain.propose_change import problems_of_days, propose_calendar_change
from places.follow_ups import follow_ups
from places.models import CalendarChange
from places.models.changes import ChangeState
from places.planned_days import PlannedDay
from places.queries import county

from .access import DECIDE, LOOK, PROPOSE, actor_of, for_holders, may
from .forms import ChangeForm, RowFormSet, planned_days
from .picture import layer_name, layer_names
from .preview import preview_of, preview_of_change
from .views_year import head, layers

SALT = "places.calendar_change"
YEARS_TO_SETTLE = 3
LONGEST_WAIT = 24 * 60 * 60  # seconds between preview and proposal


@require_http_methods(["GET", "POST"])
@for_holders(PROPOSE)
def propose(request: HttpRequest) -> HttpResponse:
    """The form, and below it what the change would do. Nothing is stored before it is proposed."""
    posted = request.POST if request.method == "POST" else None
    this_year, here = timezone.localdate().year, county()
    form = ChangeForm(
        posted,
        request.FILES or None,
        layers=layers(),
        years=range(this_year, this_year + YEARS_TO_SETTLE),
        initial={"jurisdiction": request.GET.get("layer", here.code if here else NATION)},
    )
    rows = RowFormSet(posted, prefix="row")
    context: dict[str, Any] = {"form": form, "rows": rows, **_head(_("Propose a change"))}
    if posted is not None and form.is_valid() and rows.is_valid():
        data = form.cleaned_data
        days = planned_days(form, rows)
        context["reasons"] = problems_of_days(data["jurisdiction"], days)
        if not context["reasons"]:
            context["preview"] = preview_of(data["jurisdiction"], days)
            context["notes"] = form.read.notes if form.read else []
            context["payload"] = _sealed(form, days)
    return TemplateResponse(request, "places/keeping/propose.html", context)


@require_POST
@for_holders(PROPOSE)
def store(request: HttpRequest) -> HttpResponse:
    """What was looked at becomes a proposal, unchanged: the page carried it under a signature."""
    try:
        told = signing.loads(request.POST.get("payload", ""), salt=SALT, max_age=LONGEST_WAIT)
    except signing.BadSignature:
        messages.error(request, _("The preview is too old. Please fill in the form once more."))
        return redirect("workcalendar:propose")
    days = [PlannedDay.from_json(data) for data in told.pop("days")]
    try:
        change = propose_calendar_change(**told, days=days, actor=actor_of(request), now=timezone.now())
    except Refused as refused:
        messages.error(request, refused.text)
        return redirect("workcalendar:propose")
    messages.success(request, _("Proposed. It takes force when another person agrees."))
    return redirect("workcalendar:change", change.pk)


@require_safe
@for_holders(LOOK, PROPOSE, DECIDE)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    return _page(request, get_object_or_404(CalendarChange, pk=pk))


@require_POST
@for_holders(PROPOSE, DECIDE)
def decide(request: HttpRequest, pk: int, act: str) -> HttpResponse:
    found = get_object_or_404(CalendarChange, pk=pk)
    common: dict[str, Any] = {"change": found, "actor": actor_of(request), "now": timezone.now()}
    acts: dict[str, tuple[str, Callable[[], CalendarChange], str]] = {
        "in-force": (
            DECIDE,
            lambda: put_change_in_force(**common, seen=request.POST.get("seen", "")),
            _("The change is in force. Due dates of open cases are reckoned anew."),
        ),
        "refuse": (
            DECIDE,
            lambda: refuse_change(**common, note=request.POST.get("note", "")),
            _("The change is not put in force."),
        ),
        "withdraw": (PROPOSE, lambda: withdraw_change(**common), _("The change is taken back.")),
    }
    permission, act_on, done = acts[act]
    if not may(request, permission):
        return _page(request, found, [Reason("calendar.right", _("Your post does not decide this."))], status=403)
    try:
        act_on()
    except Refused as refused:
        return _page(request, found, refused.reasons, status=409)
    messages.success(request, done)
    return redirect("workcalendar:change", pk)


def _page(request: HttpRequest, found: CalendarChange, reasons: Any = (), *, status: int = 200) -> HttpResponse:
    actor = actor_of(request)
    context = {
        "change": found,
        "layer": layer_name(found.jurisdiction, layer_names()),
        "preview": preview_of_change(found),
        "follow_ups": follow_ups(found.decided_at) if found.state == ChangeState.IN_FORCE else [],
        "reasons": reasons,
        "note": request.POST.get("note", ""),
        "may_decide": may(request, DECIDE),
        "why_not_in_force": why_not_in_force(found, actor),
        "why_not_refused": why_not_refused(found, actor),
        "may_withdraw": may(request, PROPOSE) and not why_not_withdrawn(found, actor),
        **_head(_("Calendar change"), (reverse("workcalendar:changes"), _("Calendar changes"))),
    }
    return TemplateResponse(request, "places/keeping/change.html", context, status=status)


def _head(title: str, *above: tuple[str, str]) -> dict[str, object]:
    return head(title, (reverse("workcalendar:year"), _("Working-day calendar")), *above)


def _sealed(form: ChangeForm, days: list[PlannedDay]) -> str:
    data = form.cleaned_data
    told = {name: data[name] for name in ("jurisdiction", "source", "reason")}
    told["file_name"] = data["file"].name if data["file"] else ""
    told["file_sha256"] = form.file_sha256
    told["days"] = [planned.to_json() for planned in days]
    return signing.dumps(told, salt=SALT, compress=True)
