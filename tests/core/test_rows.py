"""Rows written by a statement that is kept: the same row as `save()` writes."""

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from accounts.models import Resident
from core.rows import insert_row, update_rows
from places.models import Region
from places.models.regions import RegionLevel
from tests.places.factories import make_county

pytestmark = [pytest.mark.django_db, pytest.mark.database]
NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)


def region(code="990199", **values):
    return Region(**{"code": code, "name": "云溪县", "level": RegionLevel.COUNTY, **values})


def person(county, number="990100195001010019"):
    """Of every kind of column there is: encrypted, hashed, date, moment, key of another table, empty."""
    return Resident(
        name="㛃𫖯", id_number=number, id_number_index=number, region=county, birth_on="1950-01-01", created_at=NOON
    )


def columns_of(row):
    return {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields if not field.primary_key}


def test_a_new_row_is_the_one_that_save_writes():
    county = make_county()
    mine = person(county)
    insert_row(mine)
    kept = Resident.objects.get(pk=mine.pk)
    other = person(county, "990100195001010027")
    other.save()
    saved = Resident.objects.get(pk=other.pk)
    differing = {"id_number", "id_number_index"}
    assert {name for name, value in columns_of(kept).items() if value != columns_of(saved)[name]} == differing
    assert (kept.id_number, kept.created_at, kept.user_id) == ("990100195001010019", NOON, None)


def test_the_instance_goes_on_as_if_saved():
    row = region()
    insert_row(row)
    assert row.pk and not row._state.adding
    row.name = "云溪县人民政府"
    row.save()
    assert Region.objects.get(code=row.code).name == "云溪县人民政府" and Region.objects.count() == 1


def test_the_database_refuses_what_it_always_refuses():
    insert_row(region())
    with pytest.raises(IntegrityError), transaction.atomic():
        insert_row(region())


def test_only_the_named_columns_of_the_given_rows_are_written(django_assert_num_queries):
    rows = [region(code) for code in ("990191", "990192", "990193")]
    for row in rows:
        insert_row(row)
        row.name, row.level = f"第{row.code}", RegionLevel.TOWN
    with django_assert_num_queries(1):
        update_rows(rows[:2], ["name"])
    kept = Region.objects.filter(code__startswith="99019").order_by("code").values_list("name", "level")
    county = RegionLevel.COUNTY
    assert list(kept) == [("第990191", county), ("第990192", county), ("云溪县", county)]


def test_a_further_column_is_set_from_the_row_itself():
    row = region()
    insert_row(row)
    row.code = "990198"
    update_rows([row], ["code"], also="name = name || '（新）'")
    assert Region.objects.get(code="990198").name == "云溪县（新）"


def test_nothing_to_write_asks_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        update_rows([], ["name"])


def test_values_are_sent_as_parameters():
    row = region(name="'; DROP TABLE places_region; --")
    with CaptureQueriesContext(connection) as sent:
        insert_row(row)
    assert len(sent.captured_queries) == 1 and Region.objects.get(code=row.code).name == row.name
