"""Begin and fill an application: the part that comes before T1."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import BigAutoField
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.actors import Actor
from accounts.models import Mandate, Resident
from cases.enums import Channel
from cases.models import Application, Case
from cases.rules.asked import spread, told_answers
from cases.rules.competence import competent_unit
from catalog.models import OneThing, ServiceItem
from catalog.models.items import ItemState
from core.domain.audit import append_audit
from core.errors import Reason, Refused
from core.prepared import Prepared
from core.rows import insert_row
from places.models import ServicePoint, Window

_LOCKED = Prepared(lambda pk: Application.objects.select_for_update().filter(pk=pk), pk=BigAutoField())


def start_application(
    *,
    applicant: Resident,
    items: Iterable[ServiceItem],
    channel: Channel,
    actor: Actor,
    now: datetime,
    mandate: Mandate | None = None,
    point: ServicePoint | None = None,
    window: Window | None = None,
    one_thing: OneThing | None = None,
    known: Mapping[str, Any] | None = None,
) -> Application:
    """Open a draft with one draft case per item. A clerk opens it for the person before her without a mandate.

    `one_thing`: the package (一件事) they are parts of; what goes without saying in it is answered at once.
    `known`: answers by field key that the office has already; those that an item asks for stand in the draft.
    """
    chosen = list(items)
    if not chosen:
        raise Refused([Reason("no_item", _("Choose at least one item."))])
    asked = {row.key for item in chosen if item.current_version for row in item.current_version.facts.form}
    answers: Any = {key: answer for key, answer in (known or {}).items() if key in asked}
    application = Application(
        applicant=applicant,
        mandate=mandate,
        one_thing=one_thing,
        channel=channel,
        point=point,
        window=window,
        region=applicant.region,
        answers=answers,
        created_by_id=actor.user_id,
        created_at=now,
        updated_at=now,
    )
    with transaction.atomic():
        insert_row(application)
        for item in chosen:
            add_item(application=application, item=item, actor=actor, now=now)
        append_audit(
            action="application.start",
            user_id=actor.user_id,
            user_name=actor.name,
            subject=application,
            data={
                "items": [item.key for item in chosen],
                "channel": channel,
                **({"one_thing": one_thing.key} if one_thing else {}),
            },
            now=now,
        )
    return application


def add_item(*, application: Application, item: ServiceItem, actor: Actor, now: datetime) -> Case:
    """Add one more item to a draft: its case keeps the version in use now (V14), and what was answered for others holds
    for it too."""
    _require_open(application, item, actor, now)
    version = item.current_version
    if version is None:
        raise Refused([Reason("no_version", _("“%(item)s” is not published yet.") % {"item": item.name})])
    told = spread([version.facts], told_answers(application))
    if told[item.key]:
        save_answers(application=application, situations=told, now=now)
    case = Case(
        application=application,
        item=item,
        version=version,
        applicant=application.applicant,
        channel=application.channel,
        region=application.region,
        unit=competent_unit(item=item, facts=version.facts, region=application.region),
    )
    insert_row(case)
    return case


def remove_item(*, application: Application, case: Case, now: datetime) -> None:
    """Take an item out of a draft. Nothing was handed in for it alone, so the draft case may go."""
    with transaction.atomic():
        if application.submitted_at is not None:
            raise Refused([Reason("submitted", _("The application has been submitted already."))])
        Case.objects.filter(pk=case.pk, application=application, number=None).delete()
        _touch(application, now)


def save_answers(
    *,
    application: Application,
    now: datetime,
    answers: dict[str, Any] | None = None,
    situations: dict[str, dict[str, str]] | None = None,
) -> None:
    """Merge what was typed into the draft: answers by field key, situations by item key."""
    with transaction.atomic():
        locked = _LOCKED.get(pk=application.pk)
        if locked.submitted_at is not None:
            raise Refused([Reason("submitted", _("The application has been submitted already."))])
        locked.answers = {**locked.answers, **(answers or {})}
        locked.situations = {**locked.situations, **(situations or {})}
        locked.updated_at = now
        locked.save(update_fields=["answers", "situations", "updated_at"])
    application.answers, application.situations = locked.answers, locked.situations


def declare_application(*, application: Application, now: datetime) -> None:
    """The declaration that everything is true (行政许可法 Art. 31), made after the privacy notice was shown."""
    application.declared_at = application.privacy_shown_at = now
    _touch(application, now, "declared_at", "privacy_shown_at")


def _require_open(application: Application, item: ServiceItem, actor: Actor, now: datetime) -> None:
    problems = []
    if application.submitted_at is not None:
        problems.append(Reason("submitted", _("The application has been submitted already.")))
    if item.state != ItemState.IN_USE:
        problems.append(Reason("paused", _("“%(item)s” is not handled at the moment.") % {"item": item.name}))
    if application.cases.filter(item=item).exists():
        problems.append(Reason("twice", _("“%(item)s” is already in this application.") % {"item": item.name}))
    mandate = application.mandate
    if mandate is not None and not (
        mandate.agent_id == actor.user_id
        and mandate.covers(item_key=item.key, act="submit", on=timezone.localdate(now))
    ):
        problems.append(
            Reason("mandate", _("The mandate does not cover “%(item)s”.") % {"item": item.name}, "民法典 第165条")
        )
    if problems:
        raise Refused(problems)


def _touch(application: Application, now: datetime, *fields: str) -> None:
    application.updated_at = now
    application.save(update_fields=["updated_at", *fields])
