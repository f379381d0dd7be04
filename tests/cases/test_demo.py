"""The invented applications are what the verbs would have written."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.demo import build_people
from cases.demo.build import build_cases
from cases.domain.tick import refresh_lights
from cases.enums import PaperState, Status
from cases.models import Case, OfficialDocument, Visit
from cases.rebuild import differences
from catalog.demo import build_items
from core.domain.audit import verify_chain
from core.errors import Refused
from places.demo import build_places
from places.models import Region
from portal.demo import require_demo_allowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo():
    now = timezone.now() - timedelta(hours=1)
    build_places()
    build_people(now=now)
    build_items(now=now)
    build_cases(now=now, number=150)
    list(refresh_lights(now=now, dry_run=False))
    return now


def test_every_invented_case_follows_from_its_events_and_a_second_build_changes_nothing(demo):
    cases = Case.objects.submitted().select_related("version", "unit__region").prefetch_related("events")
    found = [(case.number, list(differences(case, now=demo))) for case in cases]
    assert [entry for entry in found if entry[1]] == []
    assert {Status.CLOSED, Status.RECEIVED, Status.REVIEWING} <= set(cases.values_list("status", flat=True))
    assert verify_chain() is None
    before = Case.objects.count(), OfficialDocument.objects.count(), Visit.objects.count()
    build_cases(now=demo, number=150)
    assert before == (Case.objects.count(), OfficialDocument.objects.count(), Visit.objects.count())
    assert OfficialDocument.objects.filter(state=PaperState.MADE).count() > 20
    assert not OfficialDocument.objects.filter(state=PaperState.FAILED).exists()
    assert Visit.objects.filter(helper__username="helper").exists()


def test_the_demo_is_refused_beside_real_places():
    Region.objects.create(code="110101000000", name="某区", level="county")
    with pytest.raises(Refused):
        require_demo_allowed()


def test_the_demo_is_refused_by_the_settings_of_a_county_in_use(settings):
    settings.DEMO_ALLOWED = False
    with pytest.raises(Refused):
        require_demo_allowed()
