from __future__ import annotations

from urllib.parse import urlsplit

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from accounts.pending import keep_typed


def failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose token is no longer right, mostly because of signing in in another tab.

    When the browser says that the form came from this portal, what was typed is kept and the page is shown again with
    it; a form from elsewhere is refused and nothing of it is kept.
    """
    if request.method == "POST" and _from_here(request) and keep_typed(request):
        messages.warning(request, _("The page had been open for too long, so nothing was sent yet."))
        return HttpResponseRedirect(request.get_full_path())
    return render(request, "403_csrf.html", status=403)


def _from_here(request: HttpRequest) -> bool:
    source = request.headers.get("Origin") or request.headers.get("Referer") or ""
    parts = urlsplit(source)
    return (parts.scheme, parts.netloc) == (request.scheme, request.get_host())
