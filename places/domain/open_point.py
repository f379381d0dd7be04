"""Open and close a service point. A closed one keeps its history and is no longer offered to people."""

from datetime import datetime

from django.db import transaction

from core.domain.audit import append_audit
from places.models import ServicePoint

from .acting import Acting


def open_point(*, point: ServicePoint, actor: Acting, now: datetime) -> ServicePoint:
    """Take a point into service; nothing happens when it is open already."""
    return _set_open(point, True, "point.open", actor, now)


def close_point(*, point: ServicePoint, actor: Acting, now: datetime) -> ServicePoint:
    """Take a point out of service; nothing happens when it is closed already."""
    return _set_open(point, False, "point.close", actor, now)


@transaction.atomic
def _set_open(point: ServicePoint, is_open: bool, action: str, actor: Acting, now: datetime) -> ServicePoint:
    locked = ServicePoint.objects.select_for_update().get(pk=point.pk)
    if locked.is_open != is_open:
        locked.is_open = is_open
        locked.save(update_fields=["is_open"])
        append_audit(
            action=action,
            user_id=actor.user_id,
            user_name=actor.name,
            subject=locked,
            data={"name": locked.name},
            now=now,
        )
    return locked
