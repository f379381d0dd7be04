from __future__ import annotations

from datetime import datetime

import pytest

from accounts.models import User
from catalog.domain.state import cancel_item, pause_item, resume_item
from catalog.models import ServiceItem
from catalog.models.items import ItemState
from catalog.queries import published_items
from core.errors import Refused
from core.models import AuditEntry
from tests.catalog.factories import actor


def test_a_publisher_pauses_and_resumes_an_item(item: ServiceItem, publisher: User, now: datetime) -> None:
    by = actor(publisher, now)
    assert pause_item(item=item, reason="系统升级", actor=by, now=now).state == ItemState.PAUSED
    assert item not in published_items()
    assert resume_item(item=item, actor=by, now=now).state == ItemState.IN_USE
    assert item in published_items()
    actions = AuditEntry.objects.filter(action__startswith="item.").order_by("seq").values_list("action", flat=True)
    assert list(actions) == ["item.publish", "item.pause", "item.resume"]


def test_a_cancelled_item_never_comes_back(item: ServiceItem, publisher: User, now: datetime) -> None:
    by = actor(publisher, now)
    cancel_item(item=item, reason="依据废止", actor=by, now=now)
    with pytest.raises(Refused, match="没有暂停"):
        resume_item(item=item, actor=by, now=now)
    with pytest.raises(Refused, match="已经取消"):
        cancel_item(item=item, reason="再来一次", actor=by, now=now)


@pytest.mark.parametrize("reason", ["", "   ", "长" * 201])
def test_pausing_wants_a_reason_that_fits(item: ServiceItem, publisher: User, now: datetime, reason: str) -> None:
    with pytest.raises(Refused, match="原因"):
        pause_item(item=item, reason=reason, actor=actor(publisher, now), now=now)


def test_an_item_is_paused_once(item: ServiceItem, publisher: User, now: datetime) -> None:
    pause_item(item=item, reason="系统升级", actor=actor(publisher, now), now=now)
    with pytest.raises(Refused, match="不是在用状态"):
        pause_item(item=item, reason="系统升级", actor=actor(publisher, now), now=now)


def test_an_editor_changes_no_state(item: ServiceItem, editor: User, now: datetime) -> None:
    with pytest.raises(Refused, match="只有事项发布人员"):
        pause_item(item=item, reason="系统升级", actor=actor(editor, now), now=now)
    item.refresh_from_db()
    assert item.state == ItemState.IN_USE
