"""Publish a draft: gate, second person, frozen version (domain.md §2.4 V14)."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.actions.publish_revision import PublishRevisionAction

from accounts.actors import Actor
from accounts.models import Role
from catalog.domain.check import publishing_problems
from catalog.drafts import content_of
from catalog.models import ItemVersion, ServiceItem
from catalog.models.review import editors_of
from catalog.signals import version_published
from core.domain.audit import append_audit
from core.errors import Reason, Refused


def publish_item(*, item: ServiceItem, actor: Actor, now: datetime) -> ItemVersion:
    """Freeze the latest draft as the next version. Raises `Refused` with everything that is wrong at once.

    Running cases keep the version they began under; no version is ever changed.
    """
    with transaction.atomic():
        locked = ServiceItem.objects.select_for_update(of=("self",)).get(pk=item.pk)
        revision = locked.latest_revision
        draft = revision.as_object() if revision else locked
        reasons = [*_about_person(locked, actor), *publishing_problems(content_of(draft))]
        if reasons:
            raise Refused(reasons)
        if revision is not None:
            PublishRevisionAction(revision, log_action=True).execute(skip_permission_checks=True)
            locked.refresh_from_db()
        return freeze_version(item=locked, edited_by_id=revision.user_id if revision else None, actor=actor, now=now)


def freeze_version(*, item: ServiceItem, edited_by_id: int | None, actor: Actor, now: datetime) -> ItemVersion:
    """Write the live row's content as the next version and put it in use."""
    earlier = item.versions.order_by("-number").first()
    version = ItemVersion.objects.create(
        item=item,
        number=earlier.number + 1 if earlier else 1,
        name=item.name,
        content=content_of(item).to_json(),
        edited_by_id=edited_by_id,
        published_by_id=actor.user_id,
        published_at=now,
    )
    ServiceItem.objects.filter(pk=item.pk).update(current_version=version)
    item.current_version = version
    append_audit(
        action="item.publish",
        user_id=actor.user_id,
        user_name=actor.name,
        subject=item,
        data={"version": version.number},
        now=now,
    )
    version_published.send(sender=ItemVersion, version_id=version.pk)
    return version


def _about_person(item: ServiceItem, actor: Actor) -> list[Reason]:
    reasons = []
    if not actor.has_role(Role.ITEM_PUBLISHER):
        reasons.append(Reason("V14", _("Only a publisher can publish.")))
    if actor.user_id in editors_of(item):
        reasons.append(Reason("V14", _("You edited this draft. A second person must publish it.")))
    return reasons
