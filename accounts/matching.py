"""The province's service that says whether a name and an identity number belong together. A county may be without it."""

from __future__ import annotations

import logging

from django.conf import settings
from django.utils.module_loading import import_string

logger = logging.getLogger(__name__)


def can_match() -> bool:
    return bool(settings.IDENTITY_MATCHER)


def match(*, name: str, id_number: str) -> bool | None:
    """True: they belong together; False: they do not; None: nobody could be asked, which harms nothing.

    `settings.IDENTITY_MATCHER` names a callable `(name, id_number) -> bool` with a time limit of its own.
    """
    if not can_match():
        return None
    try:
        return bool(import_string(settings.IDENTITY_MATCHER)(name, id_number))
    except Exception:
        logger.exception("The identity service did not answer")
        return None
