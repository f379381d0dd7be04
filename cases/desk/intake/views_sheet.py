"""Steps three and four of an intake: the sheet with papers and answers, then the check of each case."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from cases.desk.access import actor_of, clerks, draft_of
from cases.desk.intake.answers import AnswersForm
from cases.desk.intake.checks import check_row
from cases.desk.intake.identity import note_card_seen
from cases.desk.intake.keeping import keep_sheet
from cases.desk.intake.sheet import Sheet, read_sheet
from cases.domain.applications import add_item, declare_application, remove_item
from cases.domain.drafts import Guardian, record_guardian
from cases.domain.submit import submit_application
from cases.handed import papers_in_force
from cases.models import Application, Case, OfficialDocument
from cases.online.forms.guardian import relations
from cases.online.renewing import was_renewed
from cases.rules.identity import how_to_raise, problems_of
from cases.rules.submission import needs_guardian
from catalog.models import ServiceItem
from catalog.models.items import ItemState
from core.errors import Refused

BACKGROUND = "HTTP_X_DESK_SAVE"


@require_http_methods(["GET", "POST"])
@never_cache
@clerks
def sheet(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """One page for everything that is given once. Each sending saves; buttons say what happens after the saving."""
    if request.method == "POST" and _submitted_already(request, public_id):
        return redirect("desk:intake_check", public_id)
    application = draft_of(request, public_id)
    page = read_sheet(application)
    if request.method == "GET":
        return _page(request, page, AnswersForm(rows=page.fields, initial=application.answers))
    form = AnswersForm(request.POST, rows=page.fields)
    actor, now = actor_of(request), timezone.now()
    try:
        problems = keep_sheet(request=request, sheet=page, form=form, actor=actor, now=now)
    except Refused:
        # Submitted between reading and saving: by a second tab, or this was the saving in the background come late.
        return redirect("desk:intake_check", application.public_id)
    if request.META.get(BACKGROUND):
        return TemplateResponse(request, "cases/desk/intake/missing.html", {"sheet": read_sheet(application)})
    for problem in problems:
        messages.error(request, problem.text)
    try:
        note_card_seen(request, application.applicant, now=now)
        moved_on = _then(request, application, page)
    except Refused as refused:
        messages.error(request, refused.text)
        return _page(request, read_sheet(application), form)
    if moved_on is not None:
        return moved_on
    if form.errors:
        messages.error(request, _("Some answers are not right and were not saved. They are marked below."))
        return _page(request, read_sheet(application), form)
    messages.success(request, _("Saved."))
    return redirect("desk:intake_form", application.public_id)


def _then(request: HttpRequest, application: Application, page: Sheet) -> HttpResponse | None:
    """What the pressed button asks for beside saving."""
    actor, now = actor_of(request), timezone.now()
    if key := request.POST.get("add"):
        item = get_object_or_404(ServiceItem.objects.filter(state=ItemState.IN_USE), key=key)
        add_item(application=application, item=item, actor=actor, now=now)
        return redirect("desk:intake_form", application.public_id)
    if case_id := request.POST.get("remove"):
        case = get_object_or_404(Case, pk=case_id if case_id.isdigit() else 0, application=application)
        remove_item(application=application, case=case, now=now)
        return redirect("desk:intake_form", application.public_id)
    if "submit" not in request.POST:
        return None
    if was_renewed(request, application):
        return redirect("desk:intake_form", application.public_id)
    if request.POST.get("guardian_agrees") == "1":
        guardian = Guardian(request.POST.get("guardian_name", ""), request.POST.get("guardian_relation", ""))
        record_guardian(application=application, guardian=guardian, now=now)
    if request.POST.get("declared") == "1":
        declare_application(application=application, now=now)
    submit_application(application=application, actor=actor, now=now)
    messages.success(request, _("The application was received. The receipt is being made."))
    return redirect("desk:intake_check", application.public_id)


def _identity(page: Sheet) -> list[str]:
    """Why the sheet could not be received yet, with what the clerk can do about it."""
    items = [case.version.facts for case in page.cases]
    person = page.application.applicant
    found = problems_of(items=items, applicant=person, mandate=page.application.mandate, is_self=False)
    return [*found, how_to_raise(by_staff=True)] if found else []


def _submitted_already(request: HttpRequest, public_id: uuid.UUID) -> bool:
    """A double click or a second tab: the application has been submitted, go on where it stands."""
    mine = Application.objects.filter(created_by_id=actor_of(request).user_id, submitted_at__isnull=False)
    return mine.filter(public_id=public_id).exists()


def _page(request: HttpRequest, page: Sheet, form: AnswersForm) -> HttpResponse:
    taken = [case.item_id for case in page.cases]
    more = ServiceItem.objects.filter(state=ItemState.IN_USE, current_version__isnull=False).exclude(pk__in=taken)
    context = {
        "sheet": page,
        "form": form,
        "application": page.application,
        "resident": page.application.applicant,
        "identity": _identity(page),
        "for_child": needs_guardian(page.application.applicant, on=timezone.localdate()),
        "relations": relations(),
        "more_items": more.order_by("name").only("key", "name"),
        "header_title": _("Papers and answers"),
        "breadcrumbs_items": [
            {"url": reverse("desk:intake"), "label": _("Intake")},
            {"url": "", "label": _("Papers and answers")},
        ],
    }
    return TemplateResponse(request, "cases/desk/intake/sheet.html", context)


@require_safe
@never_cache
@clerks
def check(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """Every case of the application with its check table, what is missing, and the two buttons with their reasons."""
    actor, now = actor_of(request), timezone.now()
    cases = Case.objects.visible_to(actor, on=timezone.localdate(now)).filter(application__public_id=public_id)
    related = ("unit__region", "applicant", "application__mandate__agent")
    parts = ("materials", "opinions", "corrections")
    shown = list(cases.select_related(*related).with_item().prefetch_related(*parts).order_by("id"))
    application = get_object_or_404(
        Application.objects.for_page(), public_id=public_id, pk__in=[c.application_id for c in shown]
    )
    papers = papers_in_force(application)
    documents = list(OfficialDocument.objects.filter(Q(application=application)).defer("context"))
    context = {
        "application": application,
        "resident": application.applicant,
        "rows": [check_row(case, papers, documents, actor=actor, now=now) for case in shown],
        "receipts": [document for document in documents if document.case_id is None],
        "first": shown[0] if shown else None,
        "header_title": _("Check"),
        "breadcrumbs_items": [
            {"url": reverse("desk:intake"), "label": _("Intake")},
            {"url": "", "label": _("Check")},
        ],
    }
    return TemplateResponse(request, "cases/desk/intake/check.html", context)
