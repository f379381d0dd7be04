"""Closed for maintenance: while the file DATA_DIR/maintenance exists, everybody but staff sees a page that says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from portal.views.errors import maintenance

OPEN = ("/admin/", "/accounts/staff/", "/static/")


class MaintenanceMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.mark = Path(settings.DATA_DIR) / "maintenance"

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if self.mark.exists() and not request.path.startswith(OPEN):
            return maintenance(request)
        return self.get_response(request)
