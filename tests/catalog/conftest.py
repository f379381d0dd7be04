from __future__ import annotations

from datetime import datetime

import pytest

from accounts.models import Role, User
from catalog.models import ServiceItem
from tests.catalog.factories import make_item, make_person


@pytest.fixture
def editor(db: None, now: datetime) -> User:
    return make_person(Role.ITEM_EDITOR, now)


@pytest.fixture
def publisher(db: None, now: datetime) -> User:
    return make_person(Role.ITEM_PUBLISHER, now)


@pytest.fixture
def clerk(db: None, now: datetime) -> User:
    return make_person(Role.WINDOW_CLERK, now)


@pytest.fixture
def item(editor: User, publisher: User, now: datetime) -> ServiceItem:
    """高龄津贴申领, version 1 in use."""
    return make_item(editor=editor, publisher=publisher, now=now)
