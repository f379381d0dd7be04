from datetime import UTC, datetime

import pytest

from accounts.actors import SYSTEM
from core.models import AuditEntry
from places.domain.open_point import close_point, open_point
from tests.places.factories import make_county, make_point, make_unit

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


@pytest.fixture
def point():
    county = make_county()
    return make_point(county, make_unit(county))


def test_closing_and_opening_a_point_are_audited(point):
    assert not close_point(point=point, actor=SYSTEM, now=NOW).is_open
    assert open_point(point=point, actor=SYSTEM, now=NOW).is_open
    actions = AuditEntry.objects.filter(subject_id=str(point.pk)).order_by("seq").values_list("action", flat=True)
    assert list(actions) == ["point.close", "point.open"]


def test_opening_an_open_point_changes_nothing(point):
    assert open_point(point=point, actor=SYSTEM, now=NOW).is_open
    assert not AuditEntry.objects.exists()
