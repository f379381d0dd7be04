"""Who reads a case through a stage, and who finds it on the desk: policy and querysets say the same."""

import pytest

from accounts.models import Role
from cases.domain.decide import grant_case
from cases.domain.deliver import deliver_electronically
from cases.models import Case
from cases.queries.stages import running_stages
from cases.rules.stages import own_running, reads_through_stage
from search.documents.base import Reader
from search.documents.cases import case_document, tokens_of_reader
from tests.accounts.factories import UnitFactory
from tests.cases.review.factories import LAND, PUBLICITY, SURVEY, TOWN_REVIEW, Joint
from tests.cases.review.test_stages import fresh

pytestmark = [pytest.mark.django_db, pytest.mark.database]
ROLES = (Role.REVIEWER, Role.APPROVER, Role.UNIT_HEAD, Role.SYS_ADMIN, Role.GRID_WORKER)


@pytest.fixture
def joint(db):
    county = Joint()
    county.steps = (SURVEY, TOWN_REVIEW, LAND, PUBLICITY)
    return county


@pytest.fixture
def land(db):
    return UnitFactory(name="云溪县自然资源局")


@pytest.fixture
def actors(joint, land):
    other_town = UnitFactory(town=True)
    units = (joint.town_unit, joint.department, joint.village_unit, land, other_town)
    return [joint.of(role, unit) for unit in units for role in ROLES]


def at_land(joint):
    return joint.town_reviewed()


def published(joint, land):
    case = joint.town_reviewed()
    joint.finish(case, "自然资源部门审查", joint.of(Role.REVIEWER, land))
    return case


@pytest.mark.parametrize("state", ["accepted", "begun", "surveyed", "town_reviewed"])
def test_rule_and_queryset_name_the_same_people(joint, actors, land, state):
    case = fresh(getattr(joint, state)())
    day = joint.now.date()
    for actor in actors:
        rule = (actor.has_role(*ROLES[:3]) and actor.unit_id == case.unit_id) or reads_through_stage(case, actor)
        cases = Case.objects.filter(pk=case.pk)
        assert cases.visible_to(actor, on=day).exists() == rule, actor
        assert cases.listed_for(actor).exists() == rule, actor
        at_work = running_stages(actor).filter(case=case).exists()
        assert at_work == bool(own_running(case, actor)), actor


def test_a_unit_that_comes_later_does_not_see_the_case_yet(joint, land):
    case, day = joint.surveyed(), joint.now.date()
    reviewer = joint.of(Role.REVIEWER, land)
    assert not Case.objects.visible_to(reviewer, on=day).exists()
    joint.finish(case, "乡镇初审", joint.reviewer)
    assert Case.objects.visible_to(reviewer, on=day).get() == case
    assert Case.objects.queue_of(reviewer).get() == case
    joint.finish(case, "自然资源部门审查", reviewer)
    assert Case.objects.visible_to(reviewer, on=day).get() == case
    assert not Case.objects.queue_of(reviewer).exists()


def test_the_town_works_for_its_village(joint, land):
    case = published(joint, land)
    assert Case.objects.queue_of(joint.reviewer).get() == case
    assert joint.stage(case, "公示").unit == joint.village_unit


def test_a_finished_case_leaves_the_lists_of_other_units_and_is_still_found(db):
    joint = Joint()
    case, day = joint.at_decision(), joint.now.date()
    case = grant_case(case=case, actor=joint.county_approver, now=joint.after(13))
    assert Case.objects.listed_for(joint.reviewer).exists()
    deliver_electronically(case=case, actor=joint.resident_actor, now=joint.after(14))
    assert not Case.objects.listed_for(joint.reviewer).exists()
    assert Case.objects.listed_for(joint.county_reviewer).exists()
    assert Case.objects.visible_to(joint.reviewer, on=day).filter(public_id=case.public_id).exists()


def test_a_case_with_two_stages_in_one_unit_stands_once_in_its_lists(joint, land):
    joint.town_reviewed()
    day = joint.now.date()
    assert Case.objects.listed_for(joint.reviewer).count() == 1
    assert Case.objects.visible_to(joint.reviewer, on=day).count() == 1


def test_the_search_opens_what_the_lists_open(joint, actors, land):
    case, day = joint.surveyed(), joint.now.date()
    tokens = set(case_document(fresh(case), desk=True).tokens)
    for actor in actors:
        seen = Case.objects.filter(pk=case.pk).visible_to(actor, on=day).exists()
        assert bool(tokens & set(tokens_of_reader(Reader(actor, day, desk=True)))) == seen, actor


def test_the_nearest_due_stage_stands_first(joint):
    slow, quick = joint.begun(), joint.begun()
    joint.check_on_site(quick)
    joint.finish(quick, "入户调查", joint.reviewer)
    assert list(Case.objects.queue_of(joint.reviewer)) == [quick, slow]


def test_lists_begin_at_the_unit_and_never_read_every_case(joint):
    from django.db import connection

    if connection.vendor != "sqlite":
        return  # PostgreSQL plans by statistics, and reads a table of two rows whole whatever indexes it has
    joint.begun()
    day = joint.now.date()
    listed = Case.objects.listed_for(joint.reviewer).order_by().explain()
    queue = Case.objects.queue_of(joint.reviewer).order_by().explain()
    one = Case.objects.filter(public_id=joint.item.cases.get().public_id).visible_to(joint.reviewer, on=day).explain()
    assert "case_stage_of_guests" in listed
    for plan in (listed, one):
        assert "SCAN cases_case" not in plan, plan
    assert "cases_cases_unit_id" in queue or "cases_casestage" in queue
