import time
from collections import Counter

import pytest

from core.identifiers import uscc_problem
from places.data.demo_county import DEPARTMENTS, demo_villages
from places.demo import build_places
from places.models import Region, ServicePoint, Unit, Window
from places.queries import county_hall, station_of, towns

pytestmark = pytest.mark.django_db


def test_the_demo_county_has_8_towns_and_507_villages_with_their_points():
    build_places()
    assert Counter(Region.objects.values_list("level", flat=True)) == {"county": 1, "town": 8, "village": 507}
    assert Counter(ServicePoint.objects.values_list("kind", flat=True)) == {
        "county_hall": 1, "town_center": 8, "village_station": 507
    }  # fmt: skip
    assert Unit.objects.count() == 1 + len(DEPARTMENTS) + 8 + 507
    assert county_hall().windows.count() == 8
    assert Window.objects.count() == 8 + 8 * 4


def test_building_twice_changes_nothing_and_keeps_what_was_edited():
    build_places()
    point = county_hall()
    point.phone = "0990-5559999"
    point.save()
    before = [model.objects.count() for model in (Region, Unit, ServicePoint, Window)]
    build_places()
    assert [model.objects.count() for model in (Region, Unit, ServicePoint, Window)] == before
    assert county_hall().phone == "0990-5559999"


def test_the_county_is_built_in_few_queries_and_under_three_seconds(django_assert_max_num_queries):
    start = time.perf_counter()
    with django_assert_max_num_queries(60):
        build_places()
    assert time.perf_counter() - start < 3


def test_every_village_has_a_station_of_its_own_committee_under_its_town():
    build_places()
    town = towns().last()
    village = town.children.last()
    station = station_of(village)
    assert station.unit.region == village
    assert station.unit.parent.region == town
    assert station.name == f"{village.full_name}便民服务站"
    assert not ServicePoint.objects.exclude(phone__startswith="0990-555").exists()


def test_names_and_codes_are_unique_and_always_the_same():
    villages = demo_villages()
    assert villages == demo_villages()
    assert len({v.name for v in villages}) == len({v.code for v in villages}) == 507
    assert all(len(v.code) == 12 and v.code.startswith("990100") for v in villages)


def test_every_credit_code_passes_its_check_characters_and_is_used_once():
    build_places()
    codes = list(Unit.objects.values_list("credit_code", flat=True))
    assert len(set(codes)) == len(codes)
    assert [problem for code in codes if (problem := uscc_problem(code))] == []
