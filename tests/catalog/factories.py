"""Items from the project's own data, published through the gate, and the two people it takes."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from accounts.actors import Actor
from accounts.domain.actors import actor_for
from accounts.domain.posts import sync_groups
from accounts.models import Role, User
from catalog.content import ItemContent
from catalog.domain.load import load_item, read_items
from catalog.models import ServiceItem
from places.models import Unit
from places.models.units import UnitKind
from tests.accounts.factories import PostFactory, UnitFactory

CONTENTS = {content.key: content for content in read_items()}
KEY = "senior_allowance"


def make_person(role: Role, now: datetime) -> User:
    """A login with one post, in the groups of its role."""
    post = PostFactory(role=role, unit=UnitFactory())
    user: User = post.user
    user.is_staff = True
    user.save()
    sync_groups(user=user, on=now.date())
    return user


def actor(user: User, now: datetime) -> Actor:
    return actor_for(user=user, on=now.date())


def make_departments(content: ItemContent) -> None:
    """Every county department that the item names."""
    shorts = {content.department: content.department_short}
    for name in {content.department, *(step.department for step in content.steps if step.department)}:
        if not Unit.objects.filter(name=name).exists():
            UnitFactory(name=name, short_name=shorts.get(name, name[3:5]), kind=UnitKind.DEPARTMENT)


def make_item(*, editor: User, publisher: User, now: datetime, key: str = KEY) -> ServiceItem:
    """The item with version 1 in use."""
    content: ItemContent = CONTENTS[key]
    make_departments(content)
    return load_item(content=content, editor_id=editor.pk, actor=actor(publisher, now), now=now)


def save_draft(item: ServiceItem, by: User, **changes: Any) -> ServiceItem:
    """What the editing form does on saving: a new revision, the live row unchanged."""
    draft: ServiceItem = item.get_latest_revision_as_object()
    for name, value in changes.items():
        setattr(draft, name, value)
    draft.save_revision(user=by, clean=False)
    return ServiceItem.objects.get(pk=item.pk)
