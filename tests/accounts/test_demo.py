import pytest

from accounts.backends import LoginNameBackend
from accounts.demo import DEMO_LOGINS, build_people
from accounts.models import Post, Resident, Role, User
from core.identifiers import id_number_problem
from places.demo import build_places

pytestmark = pytest.mark.django_db


@pytest.fixture
def county(now):
    build_places()
    build_people(now=now)


def test_the_demo_people_are_complete_and_may_be_built_twice(county, now):
    counts = [model.objects.count() for model in (User, Resident, Post)]
    build_people(now=now)

    assert counts[1] == 2000
    assert [model.objects.count() for model in (User, Resident, Post)] == counts
    assert set(Post.objects.values_list("role", flat=True)) == set(Role.values)
    assert Post.objects.filter(role=Role.STATION_HELPER).count() == 40


def test_every_printed_login_works(county):
    failing = [
        one.username for one in DEMO_LOGINS if not LoginNameBackend().authenticate(None, one.username, one.password)
    ]

    assert failing == []


def test_everybody_is_recognisably_invented_and_well_formed(county):
    for resident in Resident.objects.all():
        assert resident.id_number.startswith("9901")
        assert resident.phone.startswith("1990000")
        assert id_number_problem(resident.id_number) is None


def test_the_show_town_can_walk_the_whole_journey(county):
    posts = {post.user.username: post for post in Post.objects.select_related("user", "unit", "region__parent")}
    town = {posts[name].unit for name in ("clerk", "reviewer", "approver")}

    assert len(town) == 1
    assert posts["helper"].region.parent == town.pop().region
    assert Resident.objects.get(name="王秀英", address__contains="3组12号").region == posts["helper"].region
    assert posts["reviewer2"].unit == posts["approver2"].unit


def test_rare_characters_and_minority_names_occur(county):
    names = " ".join(Resident.objects.values_list("name", flat=True))

    assert "·" in names
    assert any(rare in names for rare in "䶮㛃𫖯")
