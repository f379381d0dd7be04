"""Requests that no honest browser sends get a clear answer before any view has to think of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, cast

from django.conf import settings
from django.core.exceptions import BadRequest
from django.db import DataError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import get_resolver

GetResponse = Callable[[HttpRequest], HttpResponseBase]
LONGEST_ADDRESS = 8000
DEFAULT_BODY_LIMIT = 2 * 1024 * 1024 * 1024
_TOO_LARGE = re.compile("too large to convert to SQLite|(integer|bigint|smallint) out of range", re.I)
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


class ClearAnswersMiddleware:
    """400 for null bytes in address or form, 414 for endless addresses, 413 for bodies beyond REQUEST_BODY_LIMIT.

    Django itself answers 400 by the same page to forms with too many fields or too much text.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if len(request.get_full_path()) > LONGEST_ADDRESS:
            return _answer(request, 414)
        if _body_length(request) > int(getattr(settings, "REQUEST_BODY_LIMIT", DEFAULT_BODY_LIMIT)):
            return _answer(request, 413)
        if "\0" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            return _answer(request, 400)
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *view: Any) -> HttpResponseBase | None:
        """After the CSRF check, which reads the form anyway. Bodies that are no forms are left to their views."""
        if request.method == "POST" and request.content_type in _FORMS and _has_null(request):
            return _answer(request, 400)
        return None

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponseBase | None:
        """PostgreSQL takes no null byte: one that came by another way (JSON, a cookie) ends here.

        So does a number that no column holds, typed into a filter that is not ours to check.
        """
        null = isinstance(error, ValueError) and "NUL (0x00)" in str(error)
        too_large = isinstance(error, (OverflowError, DataError)) and bool(_TOO_LARGE.search(str(error)))
        return _answer(request, 400) if null or too_large else None


def _body_length(request: HttpRequest) -> int:
    length = request.META.get("CONTENT_LENGTH") or "0"
    return int(length) if length.isdecimal() else 0


def _has_null(request: HttpRequest) -> bool:
    return any("\0" in key or any("\0" in value for value in values) for key, values in request.POST.lists())


def _answer(request: HttpRequest, status: int) -> HttpResponse:
    """The project's own page for requests that cannot be read, under the status that fits."""
    handler = cast(Callable[..., HttpResponse], get_resolver().resolve_error_handler(400))
    response = handler(request, BadRequest())
    response.status_code = status
    return response
