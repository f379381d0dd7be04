"""Papers and official documents of a case, streamed to those who may see the case; every reading is logged."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_POST, require_safe

from cases.desk.access import actor_of, case_staff, visible_case
from cases.domain.documents import render_document
from cases.domain.reading import note_document_read, note_paper_read, note_photo_read
from cases.domain.redo import retry_document
from cases.enums import PaperState
from cases.models import Case, HandedPaper, OfficialDocument, SiteCheck
from core.domain.uploads import open_stored_file
from core.errors import Refused
from core.models import StoredFile

SHOWN_INLINE = ("image/", "application/pdf")


def _paper(case: Case, key: str) -> HandedPaper:
    """The paper in force under this key; 404 when there is none or it was seen on paper only."""
    papers = HandedPaper.objects.filter(application=case.application, replaced_at=None, file__isnull=False)
    return get_object_or_404(papers.select_related("file"), key=key)


@require_safe
@never_cache
@case_staff
def paper(request: HttpRequest, public_id: uuid.UUID, key: str) -> HttpResponse:
    """The paper with who looks at it and when written across, so that a photograph of the screen has an author."""
    case = visible_case(request, public_id)
    handed = _paper(case, key)
    note_paper_read(paper=handed, case=case, actor=actor_of(request), now=timezone.now())
    stored = handed.file
    context = {
        "case": case,
        "paper": handed,
        "actor": actor_of(request),
        "now": timezone.now(),
        "marks": range(12),
        "shows": stored is not None and stored.content_type.startswith(SHOWN_INLINE),
        "breadcrumbs_items": [
            {"url": reverse("desk:cases"), "label": _("Cases")},
            {"url": reverse("desk:case", args=[case.public_id]), "label": case.number},
            {"url": "", "label": handed.name},
        ],
        "header_title": handed.name,
    }
    return TemplateResponse(request, "cases/desk/paper.html", context)


@require_safe
@never_cache
@xframe_options_sameorigin
@case_staff
def paper_file(request: HttpRequest, public_id: uuid.UUID, key: str) -> HttpResponseBase:
    case = visible_case(request, public_id)
    handed = _paper(case, key)
    if handed.file is None:
        raise Http404("seen on paper only")
    return _stream(request, handed.file, case, name=handed.file.original_name)


@require_safe
@never_cache
@xframe_options_sameorigin
@case_staff
def check_photo(request: HttpRequest, public_id: uuid.UUID, check_id: int, file_id: uuid.UUID) -> HttpResponseBase:
    """A photograph of a check on site of this case."""
    case = visible_case(request, public_id)
    stored = get_object_or_404(StoredFile, public_id=file_id, pk__in=_photos(case, check_id))
    note_photo_read(case=case, check=check_id, actor=actor_of(request), now=timezone.now())
    return _stream(request, stored, case, name=stored.original_name)


def _photos(case: Case, check_id: int) -> QuerySet[Any, Any]:
    return SiteCheck.objects.filter(case=case, pk=check_id).order_by().values("photos")


@require_safe
@never_cache
@xframe_options_sameorigin
@case_staff
def document(request: HttpRequest, public_id: uuid.UUID, document_id: uuid.UUID) -> HttpResponseBase:
    """The stored file of an official document; one still waiting is made now."""
    case = visible_case(request, public_id)
    found = _document(case, document_id)
    if found.state == PaperState.QUEUED:
        found = render_document(document=found, now=timezone.now())
    if found.state != PaperState.MADE or found.file is None:
        messages.error(request, found.problem or _("This paper has not been made yet."))
        return redirect(reverse("desk:case", args=[case.public_id]) + "#documents")
    note_document_read(document=found, case=case, actor=actor_of(request), now=timezone.now())
    return _stream(request, found.file, case, name=f"{found.title} {case.number}.pdf")


@require_POST
@case_staff
def make_again(request: HttpRequest, public_id: uuid.UUID, document_id: uuid.UUID) -> HttpResponse:
    case = visible_case(request, public_id)
    try:
        retry_document(document=_document(case, document_id), actor=actor_of(request), now=timezone.now())
        messages.success(request, _("The paper is being made again."))
    except Refused as refused:
        messages.error(request, refused.text)
    return redirect(reverse("desk:case", args=[case.public_id]) + "#documents")


def _document(case: Case, document_id: uuid.UUID) -> OfficialDocument:
    """A paper of this case, or of its whole application (the receipt)."""
    documents = OfficialDocument.objects.filter(application=case.application, case__in=(case,))
    shared = OfficialDocument.objects.filter(application=case.application, case=None)
    return get_object_or_404((documents | shared).select_related("file"), public_id=document_id)


def _stream(request: HttpRequest, stored: StoredFile, case: Case, *, name: str) -> HttpResponseBase:
    try:
        content = open_stored_file(stored)
    except Refused as refused:
        messages.error(request, refused.text)
        return redirect("desk:case", case.public_id)
    inline = stored.content_type.startswith(SHOWN_INLINE)
    response = FileResponse(content, as_attachment=not inline, filename=name, content_type=stored.content_type)
    response["X-Content-Type-Options"] = "nosniff"
    return response
