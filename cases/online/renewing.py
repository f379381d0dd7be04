"""Before anything is submitted a draft is brought to the guides in use; the person goes through it once more."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.requests import actor_of
from cases.domain.drafts import renew_versions
from cases.models import Application


def was_renewed(request: HttpRequest, application: Application) -> bool:
    """Whether a guide had changed since the draft was begun; then it says so, and nothing may be submitted yet."""
    moved = renew_versions(application=application, actor=actor_of(request), now=timezone.now())
    for case in moved:
        text = _(
            "The guide of “%(item)s” was renewed while you filled this in. Your answers are kept; check them again."
        )
        messages.warning(request, text % {"item": case.item.name})
    return bool(moved)
