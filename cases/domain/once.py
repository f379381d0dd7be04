"""A form that may arrive several times takes effect once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.actors import Actor
from cases.models import SentForm
from core.errors import Reason, Refused


def send_once(*, token: UUID, purpose: str, act: Callable[[], str], actor: Actor, now: datetime) -> str:
    """Run `act` and keep the address it returns; for a token seen before, only return that address.

    What `act` refuses frees the token again. A token of another login or another form is refused.
    """
    known = _address_of(token, purpose, actor)
    if known is not None:
        return known
    try:
        with transaction.atomic():
            row = SentForm.objects.create(
                token=token, user_id=actor.user_id or 0, purpose=purpose, address="", sent_at=now
            )
            row.address = act()
            row.save(update_fields=["address"])
            return row.address
    except IntegrityError:
        # The other one of two sendings at the same moment was faster, and is finished now; else it was no such matter.
        known = _address_of(token, purpose, actor)
        if known is None:
            raise
        return known


def _address_of(token: UUID, purpose: str, actor: Actor) -> str | None:
    sent = SentForm.objects.filter(token=token).first()
    if sent is None:
        return None
    if (sent.user_id, sent.purpose) != (actor.user_id, purpose):
        raise Refused([Reason("token", _("This page is out of date. Open it once more and send it again."))])
    return sent.address
