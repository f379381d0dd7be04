"""Begin an intake with what is known already: nothing the office knows is typed again (R13)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from accounts.actors import Actor
from accounts.models import Resident
from cases.domain.applications import start_application
from cases.domain.one_thing import start_package
from cases.enums import Channel
from cases.models import Application
from catalog.models import ServiceItem
from catalog.packages import Package
from places.models import ServicePoint


def begin_intake(
    *,
    resident: Resident,
    items: Iterable[ServiceItem],
    actor: Actor,
    now: datetime,
    package: Package | None = None,
) -> Application:
    """A draft at the clerk's own point, answered as far as register and earlier applications can.

    With a package (一件事) what it consists of in any case is there whether or not it is among `items`.
    """
    point_id = actor.post.point_id if actor.post else None
    point = ServicePoint.objects.filter(pk=point_id).first() if point_id else None
    begun: dict[str, Any] = {"applicant": resident, "channel": Channel.WINDOW, "actor": actor, "now": now}
    begun |= {"point": point, "known": known_already(resident)}
    if package is None:
        return start_application(items=items, **begun)
    return start_package(package=package, keys=[item.key for item in items], **begun)


def known_already(resident: Resident) -> dict[str, Any]:
    """Answers by field key from the last application and the register; the register is newer for the telephone."""
    last = resident.applications.exclude(submitted_at=None).only("answers").order_by("-submitted_at").first()
    known: dict[str, Any] = dict(last.answers) if last else {}
    if resident.phone:
        known["phone"] = resident.phone
    if resident.address:
        known.setdefault("address", resident.region.address(resident.address))
    return known
