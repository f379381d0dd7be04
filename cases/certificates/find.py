"""Find a certificate by what stands on it. Reads for strangers: nothing here asks who is asking."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from cases.models import Certificate
from core.identifiers import CERTIFICATE_PREFIX, certificate_identifier_problem

_DASHES = "[‐‑‒–—―−－]"


def certificates() -> QuerySet[Certificate]:
    related: tuple[Any, ...] = ("issuer", "case__version", "document__file")
    return Certificate.objects.select_related(*related)


def by_token(token: str) -> Certificate | None:
    return certificates().filter(token=token).first()


def tidy(typed: str) -> str:
    """Full-width characters, blanks and the many dashes of keyboards become what is printed."""
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", typed)).upper()
    text = re.sub("[。．]", ".", text)
    return re.sub(_DASHES, "-", text)


def by_number(typed: str) -> Certificate | None:
    """The certificate with this number or this identifier, as typed by anybody."""
    number = tidy(typed)
    return certificates().filter(Q(number=number) | Q(identifier=number)).order_by("pk").first()


def why_unknown(typed: str) -> str:
    """What to look at when nothing was found: the check character of an identifier says whether it was mistyped."""
    number = tidy(typed)
    if number.startswith(CERTIFICATE_PREFIX) or number.count(".") >= 5:
        problem = certificate_identifier_problem(number)
        if problem:
            return str(problem)
        return _("The identifier is well-formed, but no certificate of this county has it.")
    return _("No certificate of this county has this number. Compare it with the paper character by character.")
