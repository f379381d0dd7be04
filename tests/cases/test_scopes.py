"""The scope of a post is said twice: in memory for one case, in SQL for a list. Both must mean the same cases."""

from __future__ import annotations

from itertools import product

import pytest

from accounts.actors import Actor
from accounts.domain.actors import post_value
from accounts.models import Post, Role
from cases.domain.applications import start_application
from cases.enums import Channel
from cases.models import Case, CaseStage, Proposal
from cases.queries.cases import UNIT_ROLES, at_desk, in_intake_scope
from cases.queries.stages import takes_part, units_worked_for
from cases.rules.context import CaseContext
from cases.rules.special import extending_unit
from cases.rules.stages import reads_through_stage, works_for
from cases.rules.who import plainly_at_desk, serves_intake
from places.models.points import PointKind
from places.models.units import UnitKind
from tests.accounts.factories import ResidentFactory, ServicePointFactory, UnitFactory, VillageFactory
from tests.cases.factories import make_item

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def units(county):
    return [
        county.department,
        UnitFactory(name="云溪县残疾人联合会"),
        county.town_unit,
        UnitFactory(town=True),
        county.station.unit,
    ]


@pytest.fixture
def points(county, units):
    """No point at all, both town centres, the county hall, and the station of the village."""
    hall = ServicePointFactory(unit=units[0], kind=PointKind.COUNTY_HALL, name="云溪县政务服务大厅")
    return [None, county.center, ServicePointFactory(unit=units[3]), hall, county.station]


@pytest.fixture
def cases(county, units, points):
    """Items that a department, another one, the town and the village decide; taken in at each point and at none;
    for people of two towns."""
    items = [
        make_item("elder_card", department=units[0], deciding_level="county"),
        make_item("disabled_subsidy", department=units[1], deciding_level="county"),
        make_item("senior_allowance", department=units[0], deciding_level="town"),
        make_item("temporary_relief", department=units[0], deciding_level="village"),
    ]
    elsewhere = VillageFactory(parent=units[3].region)
    UnitFactory(kind=UnitKind.VILLAGE, region=elsewhere)
    for resident, point in product([county.resident, ResidentFactory(region=elsewhere)], points):
        start_application(
            applicant=resident, items=items, channel=Channel.WINDOW, point=point, actor=county.clerk, now=county.now
        )
    return list(Case.objects.select_related("application", "unit").order_by("id"))


def actors(units, points):
    """Somebody in every role, of every unit, at every point; and people without a post."""
    yield Actor(name="路人", user_id=0)
    yield Actor(name="居民", user_id=7, resident_id=7)
    for role, unit, point in product(Role.values, units, points):
        value = post_value(Post(pk=1, role=role, unit=unit, point=point))
        yield Actor(name=f"{role} {unit} {point}", user_id=7, post=value, posts=(value,))


def test_one_case_and_a_list_of_cases_give_every_post_the_same_intake(county, units, points, cases):
    served_somewhere = 0
    for actor in actors(units, points):
        listed = set(Case.objects.filter(in_intake_scope(actor)).values_list("pk", flat=True))
        served = {case.pk for case in cases if serves_intake(CaseContext(case, actor, county.now))}
        assert listed == served, actor.name
        served_somewhere += bool(served)
    # Neither scope is empty, and only clerks have one: 5 units at 5 points.
    assert served_somewhere == 25
    assert len(cases) == 40


def test_what_is_plainly_at_the_desk_is_there_by_the_query_too(units, points, cases):
    """The short way in lets nobody in whom the long one would keep out."""
    let_in = 0
    for actor in actors(units, points):
        listed = set(Case.objects.filter(at_desk(actor)).values_list("pk", flat=True))
        plain = {case.pk for case in cases if plainly_at_desk(case, actor)}
        assert plain <= listed, actor.name
        let_in += bool(plain)
    assert let_in > 25


def test_whom_a_unit_works_for_is_the_same_for_one_unit_and_in_sql(units, points):
    for actor in actors(units, points):
        listed = set(units_worked_for(actor).values_list("pk", flat=True))
        assert {unit.pk for unit in units if works_for(actor, unit)} == listed & {unit.pk for unit in units}, actor.name


def test_a_stage_opens_a_case_to_the_same_units_one_by_one_and_in_sql(county, units, points, cases):
    """Stages of every unit, waiting, first, running and past."""
    for number, case in enumerate(cases[:20]):
        for order, unit in enumerate(units, start=1):
            begun = (number + order) % 3 == 0
            CaseStage.objects.create(
                case=case,
                order=order,
                kind="review",
                name="审核",
                unit=unit,
                is_guest=unit.pk != case.unit_id,
                state="running" if begun else "waiting",
                started_at=county.now if begun else None,
            )
    opened = 0
    for actor in actors(units, points):
        listed = set(Case.objects.filter(takes_part(actor)).values_list("pk", flat=True))
        read = {case.pk for case in cases if reads_through_stage(case, actor)}
        if actor.has_role(*UNIT_ROLES):
            assert listed == read, actor.name
            opened += bool(read)
    assert opened


def test_whoever_may_extend_a_joint_procedure_finds_the_case(county):
    government = UnitFactory(kind=UnitKind.GOVERNMENT, name="云溪县人民政府", short_name="云政")
    county.department.parent = government
    county.department.save()
    county.item = make_item("timber_permit", department=county.department, joint_handling=True, deciding_level="county")
    case = county.received()
    Proposal.objects.create(case=case, verb="extend", given={"days": 15}, reason="情况复杂", proposed_at=county.now)
    head = county.staff(Role.UNIT_HEAD, unit=government)
    clerk_elsewhere = county.staff(Role.UNIT_HEAD, unit=county.town_unit)
    for actor in (head, clerk_elsewhere, county.staff(Role.UNIT_HEAD, unit=county.department)):
        may = extending_unit(case).pk == actor.unit_id
        found = Case.objects.visible_to(actor, on=county.now.date()).filter(pk=case.pk).exists()
        assert found or not may, actor.name
        assert may == (actor is head)
