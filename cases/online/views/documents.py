"""Stored papers, streamed to those who may see the case."""

from __future__ import annotations

from uuid import UUID

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.pending import signed_in_required
from cases.domain.documents import render_document
from cases.enums import PaperState
from cases.models import OfficialDocument
from cases.online.access import own_cases, own_file, visible_document
from cases.online.views.receive import RESULTS, UNDELIVERED
from core.domain.uploads import open_stored_file
from core.errors import Refused
from core.models import StoredFile


@never_cache
@signed_in_required
@require_safe
def document(request: HttpRequest, public_id: UUID) -> HttpResponseBase:
    """The PDF; made now when the worker has not come to it. A result not yet received leads to its button first."""
    found = visible_document(request, public_id)
    if _is_result_to_receive(request, found) and found.case is not None:
        return redirect("online:receive", found.case.public_id)
    if found.state != PaperState.MADE:
        found = render_document(document=found, now=timezone.now())
    if found.state != PaperState.MADE or found.file is None:
        context = {"document": found, "case": found.case}
        return render(request, "cases/online/document_waiting.html", context, status=503)
    name = f"{found.title}{' ' + found.number if found.number else ''}.pdf"
    return stream(request, found.file, name)


def _is_result_to_receive(request: HttpRequest, found: OfficialDocument) -> bool:
    if found.code not in RESULTS or found.case is None or found.case.status not in UNDELIVERED:
        return False
    return bool(own_cases(request).filter(pk=found.case_id).exists())


@never_cache
@signed_in_required
@require_safe
def paper(request: HttpRequest, public_id: UUID) -> HttpResponseBase:
    """A file that was handed in, for those who handed it in."""
    stored = own_file(request, public_id)
    return stream(request, stored, stored.original_name)


def stream(request: HttpRequest, stored: StoredFile, name: str) -> HttpResponseBase:
    """Shown in the browser, or saved with `?download`; never kept by caches or search engines."""
    try:
        content = open_stored_file(stored)
    except Refused as refused:
        return _sorry(request, refused)
    response = FileResponse(
        content, as_attachment="download" in request.GET, filename=name, content_type=stored.content_type
    )
    response["X-Robots-Tag"] = "noindex"
    return response


def _sorry(request: HttpRequest, refused: Refused) -> HttpResponse:
    return render(request, "cases/online/file_waiting.html", {"text": refused.text}, status=503)
