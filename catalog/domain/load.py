"""Load items from the project's own data files: first draft, then version 1 through the gate."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import yaml
from django.db import transaction

from accounts.actors import Actor
from catalog.content import ItemContent
from catalog.domain.check import publishing_problems
from catalog.domain.publish import freeze_version
from catalog.drafts import content_of, fill_draft
from catalog.models import ServiceItem
from core.errors import Refused
from places.models import Unit

DATA = Path(__file__).resolve().parents[1] / "data" / "items"
FURTHER = DATA / "further"


def read_items() -> list[ItemContent]:
    """The fifteen items, and behind them the further ones that the one-thing packages need; each ordered by key."""
    paths = [*sorted(DATA.glob("*.yaml")), *sorted(FURTHER.glob("*.yaml"))]
    return [ItemContent.from_json(yaml.safe_load(path.read_text(encoding="utf-8"))) for path in paths]


def load_item(*, content: ItemContent, editor_id: int | None, actor: Actor, now: datetime) -> ServiceItem:
    """Make the item with its first revision and version; an item that exists already is left as it is."""
    existing = ServiceItem.objects.filter(key=content.key).first()
    if existing is not None:
        return existing
    with transaction.atomic():
        item = ServiceItem(department=Unit.objects.get(name=content.department))
        fill_draft(item, content)
        item.live = True
        item.save()
        reasons = publishing_problems(content_of(item))
        if reasons:
            raise Refused(reasons)
        revision = item.save_revision()
        item.revisions.filter(pk=revision.pk).update(user_id=editor_id)
        item.live_revision, item.has_unpublished_changes = revision, False
        item.save(update_fields=["live_revision", "has_unpublished_changes"])
        freeze_version(item=item, edited_by_id=editor_id, actor=actor, now=now)
    return item
