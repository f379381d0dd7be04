"""Begin an intake with what is known already: nothing the office knows is typed again (R13)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from accounts.actors import Actor
from accounts.models import Resident
from cases.domain.applications import save_answers, start_application
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
    known = known_already(resident)
    with transaction.atomic():
        begun: dict[str, Any] = {"applicant": resident, "channel": Channel.WINDOW, "actor": actor, "now": now}
        begun["point"] = point
        if package is None:
            application = start_application(items=items, **begun)
        else:
            application = start_package(package=package, keys=[item.key for item in items], **begun)
        save_answers(application=application, now=now, answers=only_asked(application, known))
    return application


def known_already(resident: Resident) -> dict[str, Any]:
    """Answers by field key from the last application and the register; the register is newer for the telephone."""
    last = resident.applications.exclude(submitted_at=None).only("answers").order_by("-submitted_at").first()
    known: dict[str, Any] = dict(last.answers) if last else {}
    if resident.phone:
        known["phone"] = resident.phone
    if resident.address:
        known.setdefault("address", resident.region.address(resident.address))
    return known


def only_asked(application: Application, known: dict[str, Any]) -> dict[str, Any]:
    """Of what is known, what the items of this application ask."""
    asked = {f.key for case in application.cases.with_version() for f in case.version.facts.form}
    return {key: value for key, value in known.items() if key in asked}
