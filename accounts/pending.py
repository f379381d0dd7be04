"""What was typed into a form when the session had ended: kept on the server until the person has signed in again.

Kept under the path it was sent to, for an hour, in the anonymous session; never passwords, never files. Only the login
that filled the form in gets it back, and the view shows it only after it has asked its own policy.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from accounts.requests import actor_of

KEY = "pending"
OWNER_COOKIE = "owner"
MINUTES = 60
LONGEST = 100_000
MOST_FORMS = 3

View = Callable[..., HttpResponseBase]


def keep_typed(request: HttpRequest) -> bool:
    """Keep the fields of this POST under its path; False when there was nothing to keep or far too much."""
    fields = request.POST.copy()
    for name in list(fields):
        if name == "csrfmiddlewaretoken" or "password" in name:
            del fields[name]
    typed = fields.urlencode()
    if not (fields or request.FILES) or len(typed) > LONGEST:
        return False
    kept = _fresh(request)
    kept[request.path] = {
        "at": timezone.now().timestamp(),
        "typed": typed,
        "files": bool(request.FILES),
        "owner": request.COOKIES.get(OWNER_COOKIE, ""),
    }
    request.session[KEY] = dict(list(kept.items())[-MOST_FORMS:])
    return True


def has_pending(request: HttpRequest, address: str) -> bool:
    """Whether something typed waits under the path of this address."""
    return urlsplit(address).path in _fresh(request)


def take_pending(request: HttpRequest) -> QueryDict | None:
    """Give back, once, what this person typed into the form at this path, and say so; None when there is nothing.

    Call it for a GET, after the policy has let the person see the page.
    """
    if request.method != "GET" or KEY not in request.session:
        return None
    kept = _fresh(request)
    found = kept.pop(request.path, None)
    request.session[KEY] = kept
    if found is None or found["owner"] not in ("", owner_mark(request.user)):
        return None
    messages.info(request, _("What you had typed is still here. Check it and send it again."))
    if found["files"]:
        messages.warning(request, _("Files cannot be kept. Choose the files again before you send the form."))
    return QueryDict(found["typed"])


def owner_mark(user: Any) -> str:
    """A mark of the login for the cookie: says nothing about it and cannot be made by anybody else."""
    return salted_hmac("accounts.pending.owner", str(user.pk)).hexdigest()[:32] if user.is_authenticated else ""


def mark_owner(response: HttpResponse, user: Any) -> None:
    """Remember on this device who signed in last, so that the next person does not get her typed data."""
    response.set_cookie(OWNER_COOKIE, owner_mark(user), max_age=60 * 60 * 24 * 30, httponly=True, samesite="Lax")


def _fresh(request: HttpRequest) -> dict[str, Any]:
    oldest = timezone.now().timestamp() - MINUTES * 60
    return {path: kept for path, kept in request.session.get(KEY, {}).items() if kept["at"] > oldest}


def ask_to_sign_in(request: HttpRequest) -> HttpResponse:
    """To the sign-in page and back; a form that was sent is kept."""
    if request.method == "POST" and keep_typed(request):
        messages.warning(
            request, _("You had been signed out. What you typed has been kept: sign in and go on where you were.")
        )
    return redirect_to_login(request.get_full_path())


def signed_in_required(view: View) -> View:
    """The view needs any login; without one the typed fields are kept and the sign-in page is shown."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if actor_of(request).is_anonymous:
            return ask_to_sign_in(request)
        return view(request, *args, **kwargs)

    return guarded


def resident_required(view: View) -> View:
    """The view needs a resident's own login; staff without a resident record are refused (403)."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if actor_of(request).resident_id is None:
            raise PermissionDenied("a resident's own page")
        return view(request, *args, **kwargs)

    return signed_in_required(guarded)


class SignedInRequiredMixin:
    """`signed_in_required` for class-based views."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return signed_in_required(super().dispatch)(request, *args, **kwargs)  # type: ignore[misc]  # a mixin's super


class ResidentRequiredMixin:
    """`resident_required` for class-based views."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return resident_required(super().dispatch)(request, *args, **kwargs)  # type: ignore[misc]  # a mixin's super
