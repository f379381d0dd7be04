from __future__ import annotations

from django.http import FileResponse

from core.domain.uploads import open_stored_file
from core.models import StoredFile

# Shown beside a form without being saved first; everything else of people is a download.
_SHOWN = frozenset({"application/pdf", "image/jpeg"})


def download(stored: StoredFile, *, name: str = "") -> FileResponse:
    """The file as a download under `name` or its own name, kept by no cache. The caller has asked the policy.

    Raises Refused while the virus check has not passed it.
    """
    return _response(stored, name=name, as_attachment=True)


def show(stored: StoredFile, *, name: str = "") -> FileResponse:
    """Like `download`, but shown in the browser when it is a PDF or a photo, in a frame of our own at most."""
    return _response(stored, name=name, as_attachment=stored.content_type not in _SHOWN)


def _response(stored: StoredFile, *, name: str, as_attachment: bool) -> FileResponse:
    response = FileResponse(
        open_stored_file(stored),
        as_attachment=as_attachment,
        filename=name or stored.original_name,
        content_type=stored.content_type,
    )
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    if stored.content_type != "application/pdf":  # the PDF viewers of browsers do not start inside a sandbox
        response["Content-Security-Policy"] = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self'"
    return response
