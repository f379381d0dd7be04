"""The editors' rows and the content of a version are the same thing in two shapes."""

from __future__ import annotations

import pytest

from catalog.content import ItemContent
from catalog.drafts import content_of, fill_draft
from catalog.models import ServiceItem
from tests.accounts.factories import UnitFactory
from tests.catalog.factories import CONTENTS

every_item = pytest.mark.parametrize("content", CONTENTS.values(), ids=CONTENTS)


@pytest.mark.django_db
@every_item
def test_content_survives_the_way_through_rows_and_database(content: ItemContent) -> None:
    item = ServiceItem(department=UnitFactory(name=content.department, short_name=content.department_short))
    fill_draft(item, content)
    item.save()
    assert content_of(ServiceItem.objects.get(pk=item.pk)) == content


@pytest.mark.django_db
def test_content_survives_the_way_through_a_revision() -> None:
    content = CONTENTS["minimum_living"]
    item = ServiceItem(department=UnitFactory(name=content.department, short_name=content.department_short))
    fill_draft(item, content)
    item.save()
    item.save_revision()
    assert content_of(item.get_latest_revision_as_object()) == content


def test_a_new_draft_without_a_department_has_content_to_preview() -> None:
    assert content_of(ServiceItem(name="新事项")).department == ""
