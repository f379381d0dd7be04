"""Queries that are compiled once: what comes out is what the query itself gives, for the values of each call."""

import threading
from datetime import date

import pytest
from django.db import connection, models, transaction
from django.db.transaction import TransactionManagementError
from django.test.utils import CaptureQueriesContext

from core.prepared import Prepared, keep_prefetched
from places.models import CalendarDay, Region, Unit
from places.models.units import UnitKind
from tests.places.factories import make_county, make_town

pytestmark = [pytest.mark.django_db, pytest.mark.database]
BY_KEY = Prepared(lambda pk: Unit.objects.select_related("region__parent").filter(pk=pk), pk=models.BigAutoField())


@pytest.fixture
def units(db):
    town = make_town(make_county())
    return [Unit.objects.create(name=f"第{n}办公室", kind=UnitKind.DEPARTMENT, region=town) for n in range(3)]


def test_each_call_gives_the_rows_of_its_own_values(units):
    assert [BY_KEY.get(pk=unit.pk).name for unit in units] == [unit.name for unit in units]


def test_what_the_query_selects_beside_is_read_with_it(units, django_assert_num_queries):
    with django_assert_num_queries(1):
        found = BY_KEY.get(pk=units[0].pk)
        assert found.region == units[0].region and found.region.parent == units[0].region.parent


def test_it_sends_the_very_statement_of_the_query_but_for_brackets(units):
    plain = Unit.objects.select_related("region__parent").filter(pk=units[0].pk)
    for _time in range(2):  # compiled, and taken from what was compiled
        with CaptureQueriesContext(connection) as sent:
            BY_KEY.rows(pk=units[0].pk)
        statement = sent.captured_queries[0]["sql"].replace("(", "").replace(")", "")
        assert statement == str(plain.query).replace("(", "").replace(")", "")


def test_a_row_that_is_not_there(units):
    assert BY_KEY.first(pk=0) is None and BY_KEY.rows(pk=0) == []
    with pytest.raises(Unit.DoesNotExist):
        BY_KEY.get(pk=0)


def test_a_value_that_is_missing_is_a_mistake(units):
    with pytest.raises(KeyError):
        BY_KEY.rows()


def test_columns_left_out_are_read_when_asked_for(units, django_assert_num_queries):
    narrow = Prepared(lambda pk: Unit.objects.only("name").filter(pk=pk), pk=models.BigAutoField())
    found = narrow.get(pk=units[0].pk)
    assert found.get_deferred_fields() >= {"kind", "address"}
    with django_assert_num_queries(1):
        assert found.kind == units[0].kind


def test_values_are_prepared_for_their_field_and_rows_converted_back(db):
    day = date(2031, 5, 1)
    CalendarDay.objects.create(jurisdiction="", day=day, is_workday=False, is_provisional=True, kind="holiday")
    of_day = Prepared(
        lambda day: CalendarDay.objects.filter(day=day, jurisdiction="").values_list("day", "is_workday"),
        day=models.DateField(),
    )
    assert of_day.tuples(day=day) == [(day, False)] and of_day.tuples(day=date(2031, 5, 2)) == []


def test_prefetched_rows_come_with_it(units, django_assert_num_queries):
    with_children = Prepared(
        lambda pk: Region.objects.prefetch_related("units").filter(pk=pk), pk=models.BigAutoField()
    )
    region = with_children.get(pk=units[0].region_id)
    with django_assert_num_queries(0):
        assert {unit.pk for unit in region.units.all()} >= {unit.pk for unit in units}


def test_rows_kept_as_prefetched_know_their_owner(units, django_assert_num_queries):
    region = Region.objects.get(pk=units[0].region_id)
    rows = list(Unit.objects.filter(region=region))
    keep_prefetched(region, "units", rows)
    with django_assert_num_queries(0):
        assert list(region.units.all()) == rows and all(unit.region is region for unit in rows)


@pytest.mark.django_db(transaction=True)
def test_a_locking_query_is_refused_outside_a_transaction(units):
    """Compiled inside one it would otherwise lock nothing outside, where the database has row locks."""
    locking = Prepared(lambda pk: Unit.objects.select_for_update().filter(pk=pk), pk=models.BigAutoField())
    with transaction.atomic():
        assert locking.get(pk=units[0].pk) == units[0]
    if connection.features.has_select_for_update:
        with pytest.raises(TransactionManagementError):
            locking.rows(pk=units[0].pk)
    else:
        assert locking.rows(pk=units[0].pk) == [units[0]]


@pytest.mark.django_db(transaction=True)
def test_threads_do_not_share_what_is_compiled(units):
    """A compiled query holds the values of the call that is under way; each thread has a connection of its own."""
    wrong, start = [], threading.Barrier(len(units))

    def ask(unit):
        start.wait()
        try:
            wrong.extend(unit for _time in range(200) if BY_KEY.get(pk=unit.pk).name != unit.name)
        finally:
            connection.close()

    threads = [threading.Thread(target=ask, args=[unit]) for unit in units]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
