"""Gives signed-out readers the kept answer of a public page."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from wagtail.views import serve

from home.caching import SHARED, Answer, KeptAnswers
from home.memory import generation_of, know_site

MESSAGES_COOKIE = "messages"
LARGEST_ANSWER = 512 * 1024  # bytes
kept = KeptAnswers()


class KeptPagesMiddleware:
    """Stands outside sessions: what it keeps has all headers of the rooms behind it.

    A request with a session, a message or a query goes through untouched. An answer is kept only when it made no
    cookie and the request brought no CSRF cookie, so none can hold a token.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def process_view(self, request: HttpRequest, view: Callable[..., HttpResponse], args: Any, kwargs: Any) -> None:
        if view is serve:
            know_site(request)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not _may_share(request):
            return self.get_response(request)
        key, generation = _key(request), generation_of(request)
        answer = kept.get(key, generation)
        if answer is not None:
            return HttpResponse(answer.content, headers=dict(answer.headers))
        response = self.get_response(request)
        if _may_keep(request, response):
            kept.keep(key, generation, Answer(response.content, tuple(response.items())))
        return response


def _may_share(request: HttpRequest) -> bool:
    personal = (settings.SESSION_COOKIE_NAME, MESSAGES_COOKIE)
    return (
        request.method == "GET"
        and not request.META.get("QUERY_STRING")
        and not any(name in request.COOKIES for name in personal)
        and "Authorization" not in request.headers
    )


def _may_keep(request: HttpRequest, response: HttpResponse) -> bool:
    return (
        response.status_code == 200
        and getattr(response, SHARED, False)
        and not response.streaming
        and len(response.content) <= LARGEST_ANSWER
        and not response.cookies
        and settings.CSRF_COOKIE_NAME not in request.COOKIES
        and not request.META.get("CSRF_COOKIE_NEEDS_UPDATE")
    )


def _key(request: HttpRequest) -> Hashable:
    """Size of type and day change the page: it says when a case handed in today would be done."""
    large = request.COOKIES.get("display") == "large"
    return request.get_host(), request.is_secure(), request.path, large, timezone.localdate()
