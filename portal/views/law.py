"""The rules of law for supervisors: what each says, what keeps it, and the machine that every case runs through."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe

from accounts.models import Role
from accounts.requests import actor_of
from flow.drawing import draw
from flow.machine import registered
from portal.law import rules
from portal.law_acts import acts, by_article
from portal.law_items import item_rows
from portal.law_terms import HOLIDAYS, term_rows

READERS = (Role.SUPERVISOR, Role.AUDITOR, Role.UNIT_HEAD)


def law(request: HttpRequest) -> HttpResponse:
    if not actor_of(request).has_role(*READERS):
        raise PermissionDenied
    values = {
        "rules": rules(),
        "counting": HOLIDAYS,
        "terms": term_rows(),
        "items": item_rows(),
        "acts": acts(),
        "articles": by_article(),
        "drawing": mark_safe(draw(registered())),
    }
    return render(request, "portal/law.html", values)
