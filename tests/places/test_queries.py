import pytest

from places.models.points import PointKind
from places.queries import center_of, county, county_hall, open_points, points_near, station_of, towns, villages_of
from tests.places.factories import make_county, make_point, make_town, make_unit, make_village

pytestmark = pytest.mark.django_db


@pytest.fixture
def village():
    return make_village(make_town(make_county()))


@pytest.fixture
def points(village):
    """Hall, town centre and village station of one line."""
    town = village.parent
    unit = make_unit(town.parent)
    return [
        make_point(town.parent, unit, name="县大厅", kind=PointKind.COUNTY_HALL),
        make_point(town, unit, name="镇中心", kind=PointKind.TOWN_CENTER),
        make_point(village, unit, name="村站"),
    ]


def test_regions_are_found_from_the_county_down(village):
    assert county() == village.parent.parent
    assert list(towns()) == [village.parent]
    assert list(villages_of(village.parent)) == [village]


def test_villages_write_their_full_name_without_further_queries(village, django_assert_num_queries):
    for n in range(30):
        make_village(village.parent, code=f"9901000033{n:02d}", name=f"第{n}村")
    with django_assert_num_queries(1):
        assert villages_of(village.parent)[0].full_name == "青石镇柳树村"
    with django_assert_num_queries(1):
        assert len([v.full_name for v in villages_of(village.parent)]) == 31


def test_each_level_has_its_point(village, points):
    assert [county_hall(), center_of(village.parent), station_of(village)] == points


def test_a_villager_can_go_to_station_centre_or_hall(village, points):
    other = make_village(village.parent, code="990100003202", name="石泉村")
    make_point(other, points[0].unit)
    assert list(points_near(village)) == points


def test_points_out_of_service_are_not_offered(village, points):
    points[2].is_open = False
    points[2].save()
    assert station_of(village) is None
    assert list(points_near(village)) == points[:2]


def test_points_are_listed_with_unit_and_town_in_one_query(points, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert [(p.unit.name, p.region.full_name) for p in open_points()][-1] == ("云溪县民政局", "青石镇柳树村")


@pytest.mark.parametrize("written", ["3组12号", "柳树村3组12号", "青石镇柳树村3组12号"])
def test_an_address_names_town_and_village_once(village, written):
    assert village.address(written) == "青石镇柳树村3组12号"
