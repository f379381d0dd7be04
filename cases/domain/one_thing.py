"""一件事: one application for the parts of a package that somebody needs (国发〔2024〕3号, domain.md §2.5)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.actors import Actor
from accounts.models import Resident
from cases.domain.applications import add_item, remove_item, start_application
from cases.enums import Channel
from cases.models import Application
from catalog.packages import Package, Part
from core.domain.audit import append_audit
from core.errors import Reason, Refused


def start_package(
    *,
    applicant: Resident,
    package: Package,
    keys: Collection[str],
    channel: Channel,
    actor: Actor,
    now: datetime,
    **values: Any,
) -> Application:
    """Open a draft with a case per part: those that always belong to it and those named. `values` as for one item."""
    parts = _parts(package, keys)
    return start_application(
        applicant=applicant,
        items=[part.item for part in parts],
        channel=channel,
        actor=actor,
        now=now,
        one_thing=package.one_thing,
        **values,
    )


def choose_parts(
    *, application: Application, package: Package, keys: Collection[str], actor: Actor, now: datetime
) -> Application:
    """Change which parts a draft is for. What was answered and handed in stays, whichever part it was for."""
    with transaction.atomic():
        locked = Application.objects.select_for_update(of=("self",)).select_related("mandate").get(pk=application.pk)
        if locked.submitted_at is not None:
            raise Refused([Reason("submitted", _("The application has been submitted already."))])
        wanted = {part.item.pk: part.item for part in _parts(package, keys)}
        there = {case.item_id: case for case in locked.cases.all()}
        added = [item for pk, item in wanted.items() if pk not in there]
        removed = [case for pk, case in there.items() if pk not in wanted]
        for item in added:
            add_item(application=locked, item=item, actor=actor, now=now)
        for case in removed:
            remove_item(application=locked, case=case, now=now)
        if added or removed:
            append_audit(
                action="application.choose_parts",
                user_id=actor.user_id,
                user_name=actor.name,
                subject=locked,
                data={"items": [item.key for item in wanted.values()]},
                now=now,
            )
    application.situations, application.updated_at = locked.situations, locked.updated_at
    return application


def _parts(package: Package, keys: Collection[str]) -> tuple[Part, ...]:
    if not package.is_open:
        words = {"thing": package.one_thing.name}
        raise Refused([Reason("closed", _("“%(thing)s” cannot be applied for as a whole at present.") % words)])
    parts = package.picked(keys)
    if not parts:
        raise Refused([Reason("parts", _("Choose at least one of the items."))])
    return parts
