"""The invented applications are what the verbs would have written."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.demo import build_people
from accounts.models import Role
from cases.demo.build import build_cases
from cases.demo.cast import Cast
from cases.demo.papers import draw_show_papers, show_papers
from cases.demo.plan import Plan
from cases.demo.writer import Numbers, Writer
from cases.domain.tick import refresh_lights
from cases.enums import AcceptMode, CaseKind, Channel, Outcome, PaperState, Status
from cases.models import Application, Case, Certificate, CorrectionNotice, OfficialDocument, Visit
from cases.procedure import stage_steps
from cases.rebuild import differences
from catalog.choices import StepKind
from catalog.demo import build_items
from core.domain.audit import verify_chain
from core.errors import Refused
from papers.catalogue import KINDS
from papers.make import require_complete
from places.calendar import calendar_for
from places.demo import build_places
from places.models import Region
from places.models.units import UnitKind
from portal.demo import require_demo_allowed
from tests.accounts.factories import PostFactory, ResidentFactory, UnitFactory, VillageFactory
from tests.cases.factories import make_item

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


def every_turn_of_the_law_can_be_looked_at(demo):
    """Issue 4: each state, way, stage and later case is somewhere in the demo county."""
    cases = Case.objects.all()
    assert {Status.SUSPENDED, Status.WITHDRAWN, Status.TERMINATED, Status.LAPSED, Status.TRANSFERRED} <= set(
        cases.values_list("status", flat=True)
    )
    assert {AcceptMode.TOLERANCE, AcceptMode.COMMITMENT, AcceptMode.DEEMED} <= set(
        cases.values_list("accept_mode", flat=True)
    )
    assert {CaseKind.CHANGE, CaseKind.RENEW, CaseKind.CORRECT_ERROR, CaseKind.REVOKE, CaseKind.SUCCESSOR} <= set(
        cases.values_list("kind", flat=True)
    )
    assert cases.filter(extension_count=1).exists()
    assert cases.filter(payments__settled_at=None, payments__notice__isnull=False).exists()
    assert cases.filter(payments__settled_at__isnull=False, status=Status.GRANTED).exists()
    joint = cases.filter(item__key="public_rental", unit__kind=UnitKind.DEPARTMENT)
    assert joint.filter(proposals__verb="extend", stages__kind=StepKind.JOINT_REVIEW).exists()
    assert cases.filter(hearings__held_at__gt=demo).exists()
    assert cases.filter(publicities__ended_at=None, publicities__objections__handled_at=None).exists()
    side_by_side = cases.filter(stages__parallel__gt="", stages__state="running").distinct()
    assert any(len({stage.unit_id for stage in case.stages.exclude(parallel="")}) > 1 for case in side_by_side)
    assert cases.filter(site_checks__isnull=False).exists()
    moved = cases.get(kind=CaseKind.CHANGE, stages__kind=StepKind.SITE_CHECK)  # walked again, as its item says
    assert moved.site_checks.count() == 1 and moved.certificate.amended["address"] == "云溪县溪北街道桥头巷6号"
    assert cases.filter(hand_overs__received_at=None, hand_overs__isnull=False).exists()
    assert set(Certificate.objects.values_list("state", flat=True)) >= {
        "valid",
        "changed",
        "renewed",
        "revoked",
        "voided",
    }
    package = Application.objects.exclude(one_thing=None).exclude(submitted_at=None).get()
    outcomes = list(package.cases.order_by("id").values_list("outcome", flat=True))
    assert package.cases.order_by("id")[0].status == Status.CLOSED
    assert outcomes == [Outcome.GRANTED, Outcome.DENIED, ""]
    assert Application.objects.drafts().exclude(one_thing=None).exists()
    # Those written in bulk have the stages that their items publish.
    accepted = Case.objects.exclude(accept_mode="").filter(kind=CaseKind.INITIAL).prefetch_related("stages")
    for case in accepted.select_related("version"):
        assert len(case.stages.all()) == len(stage_steps(case.version.facts)), case.number


def the_papers_of_the_shows_are_drawn_once(now, monkeypatch):
    assert show_papers().count() > 20
    monkeypatch.setattr("cases.demo.papers.SHOWS", 1)  # the first of the dozen: how each is drawn is the same
    assert not OfficialDocument.objects.filter(state=PaperState.MADE).exists()
    draw_show_papers(now=now)
    made = OfficialDocument.objects.filter(state=PaperState.MADE)
    assert len({document.application_id for document in made}) == 1
    assert not made[0].application.documents.exclude(state=PaperState.MADE).exists()
    files = {document.pk: document.file_id for document in made}
    draw_show_papers(now=now)
    assert files == {document.pk: document.file_id for document in made.all()} and len(files) >= 3


@pytest.mark.timeout(600)
def test_the_demo_follows_from_its_events_shows_the_law_and_a_second_build_changes_nothing(demo, monkeypatch):
    """One test, for building it takes long."""
    every_turn_of_the_law_can_be_looked_at(demo)
    cases = Case.objects.submitted().select_related("version", "unit__region").prefetch_related("events")
    found = [(case.number, list(differences(case, now=demo))) for case in cases]
    assert [entry for entry in found if entry[1]] == []
    assert {Status.CLOSED, Status.RECEIVED, Status.REVIEWING} <= set(cases.values_list("status", flat=True))
    assert verify_chain() is None
    before = Case.objects.count(), OfficialDocument.objects.count(), Visit.objects.count()
    build_cases(now=demo, number=150)
    assert before == (Case.objects.count(), OfficialDocument.objects.count(), Visit.objects.count())
    the_papers_of_the_shows_are_drawn_once(demo, monkeypatch)
    assert not OfficialDocument.objects.filter(state=PaperState.FAILED).exists()
    assert Visit.objects.filter(helper__username="helper").exists()
    for document in OfficialDocument.objects.all():  # those not made yet can be made when somebody opens them
        require_complete(KINDS[document.code], document.context)
    corrected = CorrectionNotice.objects.count()
    assert corrected == OfficialDocument.objects.filter(code="correction_notice").count() > 5


def test_the_demo_is_refused_beside_real_places():
    Region.objects.create(code="110101000000", name="某区", level="county")
    with pytest.raises(Refused):
        require_demo_allowed()


def test_the_demo_is_refused_by_the_settings_of_a_county_in_use(settings):
    settings.DEMO_ALLOWED = False
    with pytest.raises(Refused):
        require_demo_allowed()


def test_an_item_that_villages_decide_goes_to_the_village_of_each_applicant(county):
    """Two villages of one town: two units. A committee without a reviewer keeps what it has accepted."""
    item = make_item("elder_card", department=county.department, deciding_level="village")
    point, elsewhere = county.station, VillageFactory(parent=county.town_unit.region)
    other = UnitFactory(kind=UnitKind.VILLAGE, region=elsewhere)
    PostFactory(role=Role.WINDOW_CLERK, unit=point.unit, point=point)
    writer = Writer(
        cast=Cast(county.now.date()), calendar=calendar_for(other), numbers=Numbers(), now=county.later(24 * 60)
    )
    found = {}
    for resident in [county.resident, ResidentFactory(region=elsewhere)] * 8:
        plan = Plan(resident, (item,), Channel.ONLINE, county.now)
        _application, lives = writer.application(plan, None)
        found.setdefault(lives[0].case.unit, set()).add(lives[0].case.status)
    assert set(found) == {point.unit, other}
    assert Status.ACCEPTED in found[point.unit]
    assert Status.GRANTED not in found[point.unit]
    assert found[other] <= {Status.RECEIVED, Status.WITHDRAWN}
