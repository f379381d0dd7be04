"""Publishing: a second person, the gate, a version that nobody can change (domain.md §2.4 V14)."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from accounts.models import Role, User
from catalog.demo import build_items
from catalog.domain.publish import publish_item
from catalog.models import ItemVersion, ServiceItem
from catalog.signals import version_published
from core.errors import Refused
from core.models import AuditEntry
from tests.accounts.factories import PostFactory
from tests.catalog.factories import CONTENTS, KEY, actor, make_departments, save_draft


def codes(refused: Refused) -> set[str]:
    return {reason.code for reason in refused.reasons}


def test_a_second_person_publishes_the_draft_as_the_next_version(
    item: ServiceItem, editor: User, publisher: User, now: datetime
) -> None:
    item = save_draft(item, editor, summary="年满八十周岁的老人每月可以领津贴。")
    version = publish_item(item=item, actor=actor(publisher, now), now=now)
    item.refresh_from_db()
    assert (version.number, version.edited_by, version.published_by) == (2, editor, publisher)
    assert version.facts.summary == item.summary == "年满八十周岁的老人每月可以领津贴。"
    assert item.current_version == version and not item.has_unpublished_changes


def test_an_editor_cannot_publish_the_own_draft_even_with_a_publishers_post(
    item: ServiceItem, publisher: User, now: datetime
) -> None:
    item = save_draft(item, publisher, summary="改了一个字。")
    with pytest.raises(Refused) as refused:
        publish_item(item=item, actor=actor(publisher, now), now=now)
    assert codes(refused.value) == {"V14"}
    assert item.versions.count() == 1


def test_an_editor_who_is_overwritten_by_another_stays_an_editor(
    item: ServiceItem, editor: User, publisher: User, now: datetime
) -> None:
    save_draft(item, publisher, summary="一。")
    item = save_draft(item, editor, summary="二。")
    with pytest.raises(Refused):
        publish_item(item=item, actor=actor(publisher, now), now=now)


def test_who_edited_an_earlier_version_may_publish_the_next(
    item: ServiceItem, editor: User, publisher: User, now: datetime
) -> None:
    other = PostFactory(role=Role.ITEM_PUBLISHER).user
    publish_item(item=save_draft(item, publisher, summary="一。"), actor=actor(other, now), now=now)
    item.refresh_from_db()
    version = publish_item(item=save_draft(item, editor, summary="二。"), actor=actor(publisher, now), now=now)
    assert version.number == 3


def test_only_a_publisher_publishes(item: ServiceItem, editor: User, clerk: User, now: datetime) -> None:
    item = save_draft(item, editor, summary="改。")
    with pytest.raises(Refused) as refused:
        publish_item(item=item, actor=actor(clerk, now), now=now)
    assert [reason.text for reason in refused.value.reasons] == ["只有事项发布人员可以发布。"]


def test_a_draft_that_breaks_rules_is_refused_with_all_of_them_and_nothing_changes(
    item: ServiceItem, editor: User, publisher: User, now: datetime
) -> None:
    item = save_draft(item, editor, complaint_phone="", result_name="")
    with pytest.raises(Refused) as refused:
        publish_item(item=item, actor=actor(publisher, now), now=now)
    assert codes(refused.value) == {"V6", "V9"}
    item.refresh_from_db()
    assert item.complaint_phone and item.current_version is not None and item.current_version.number == 1


def test_a_version_in_use_stays_as_it_was_when_the_next_is_published(
    item: ServiceItem, editor: User, publisher: User, now: datetime
) -> None:
    first = item.current_version
    publish_item(item=save_draft(item, editor, summary="新的说法。"), actor=actor(publisher, now), now=now)
    assert ItemVersion.objects.get(pk=first.pk).facts == CONTENTS[KEY]


def test_the_database_refuses_to_change_or_delete_a_version(item: ServiceItem) -> None:
    rows = ItemVersion.objects.filter(pk=item.current_version_id)
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        rows.update(name="别的名字")
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        rows._raw_delete("default")
    assert rows.get().name == CONTENTS[KEY].name


def test_wagtails_own_way_of_publishing_is_closed(item: ServiceItem, editor: User) -> None:
    item = save_draft(item, editor, summary="改。")
    with pytest.raises(PermissionDenied):
        item.latest_revision.publish(user=editor)


def test_rooms_above_are_told_of_the_version_and_it_stands_in_the_audit(
    item: ServiceItem, editor: User, publisher: User, now: datetime
) -> None:
    told: list[int] = []

    def listen(version_id: int, **kwargs: object) -> None:
        told.append(version_id)

    version_published.connect(listen)
    try:
        version = publish_item(item=save_draft(item, editor, summary="改。"), actor=actor(publisher, now), now=now)
    finally:
        version_published.disconnect(listen)
    entry = AuditEntry.objects.order_by("-seq").first()
    assert told == [version.pk]
    assert entry is not None and (entry.action, entry.data["version"]) == ("item.publish", 2)


@pytest.mark.django_db
def test_the_demo_items_are_loaded_once(now: datetime, publisher: User, editor: User) -> None:
    for content in CONTENTS.values():
        make_departments(content)
    build_items(now=now)
    build_items(now=now)
    assert ItemVersion.objects.count() == len(CONTENTS) == 15 + 13


def test_a_department_that_nobody_knows_keeps_a_draft_from_being_published(
    item: ServiceItem, editor: User, publisher: User, now: datetime
) -> None:
    draft: ServiceItem = item.get_latest_revision_as_object()
    step = draft.step_rows.all()[1]
    step.level, step.department = "county", "云溪县没有局"
    draft.step_rows = [*draft.step_rows.all()[:1], step, *draft.step_rows.all()[2:]]
    draft.save_revision(user=editor, clean=False)
    with pytest.raises(Refused) as refused:
        publish_item(item=ServiceItem.objects.get(pk=item.pk), actor=actor(publisher, now), now=now)
    assert [(reason.code, reason.text) for reason in refused.value.reasons] == [
        ("V17", "没有“云溪县没有局”这个县级部门，请从单位名单里选。")
    ]
