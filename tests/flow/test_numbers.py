import threading
from datetime import date

import pytest
from django.db import OperationalError, connection, transaction

from flow.models import Series
from flow.numbers import case_number, case_series, document_number, exchange_number, next_in_series


@pytest.mark.django_db
def test_numbers_begin_with_one_and_series_do_not_disturb_each_other():
    assert [next_in_series(series="a"), next_in_series(series="b"), next_in_series(series="a")] == [1, 1, 2]


@pytest.mark.django_db
def test_drawing_from_a_known_series_takes_one_query(django_assert_num_queries):
    next_in_series(series="a")
    with django_assert_num_queries(1):
        next_in_series(series="a")


@pytest.mark.django_db(transaction=True)
def test_a_number_drawn_outside_a_transaction_is_refused():
    with pytest.raises(transaction.TransactionManagementError):
        next_in_series(series="a")
    assert not Series.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_rolled_back_transaction_leaves_no_gap():
    with transaction.atomic():
        assert next_in_series(series="a") == 1
    with pytest.raises(RuntimeError), transaction.atomic():
        next_in_series(series="a")
        raise RuntimeError
    with transaction.atomic():
        assert next_in_series(series="a") == 2


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_numbers_drawn_at_the_same_time_are_gapless_and_unique():
    drawn: list[int] = []

    def draw_ten() -> None:
        done = 0
        while done < 10:
            try:
                with transaction.atomic():
                    number = next_in_series(series="busy")
            except OperationalError:  # SQLite's shared memory database says so instead of waiting
                continue
            drawn.append(number)
            done += 1
        connection.close()

    threads = [threading.Thread(target=draw_ten) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(drawn) == list(range(1, 41))


def test_numbers_are_written_as_offices_write_them():
    assert document_number("云民", "受", 2026, 12) == "云民受〔2026〕12号"
    assert case_number(2026, 1234) == "2026-0001234"
    assert case_series(2026) != case_series(2027)


def test_an_exchange_number_has_43_characters():
    task_code = "12441500196720244T3442199806003"
    assert exchange_number(task_code, date(2022, 6, 23), 68) == "12441500196720244T3442199806003202206230068"
    assert len(exchange_number(task_code, date(2022, 6, 23), 68)) == 43
