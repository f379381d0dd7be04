"""Waiting for the writer's turn on SQLite."""

import sqlite3
import threading
import time

import pytest
from django.db import OperationalError, connection
from django.db.utils import ConnectionHandler

pytestmark = [pytest.mark.sqlite, pytest.mark.django_db]


@pytest.fixture
def writer(tmp_path):
    """`writer(timeout)`: another connection to the same file, as another thread or process has it."""
    opened = []

    def open_one(timeout=20):
        alone = {**connection.settings_dict, "NAME": tmp_path / "turns.sqlite3", "ENGINE": "core.sqlite"}
        alone["OPTIONS"] = {"transaction_mode": "IMMEDIATE", "timeout": timeout, "check_same_thread": False}
        opened.append(ConnectionHandler({"default": alone})["default"])
        opened[-1].inc_thread_sharing()
        return opened[-1]

    yield open_one
    for one in opened:
        one.close()


def waits_of(one):
    with one.cursor() as cursor:
        return cursor.execute("PRAGMA busy_timeout").fetchone()[0]


def begin(one):
    one.ensure_connection()
    one._start_transaction_under_autocommit()


def test_who_waits_has_the_turn_as_soon_as_it_is_free(writer):
    first, second = writer(), writer()
    begin(first)
    threading.Timer(0.2, lambda: first.connection.execute("COMMIT")).start()
    began = time.monotonic()
    begin(second)
    waited = time.monotonic() - began
    second.connection.execute("ROLLBACK")
    assert 0.1 < waited < 2
    assert waits_of(second) == 20_000  # statements outside transactions wait in SQLite's own way


def test_a_turn_that_never_comes_is_an_error_and_leaves_the_connection_fit(writer):
    first, second = writer(), writer(timeout=0.1)
    begin(first)
    with pytest.raises(OperationalError, match="locked"):
        begin(second)
    first.connection.execute("COMMIT")
    begin(second)
    second.connection.execute("COMMIT")
    assert waits_of(second) == 100


def test_another_fault_is_not_waited_for(writer):
    one = writer()
    begin(one)
    with pytest.raises(OperationalError, match="within a transaction") as caught:
        begin(one)
    assert isinstance(caught.value.__cause__, sqlite3.OperationalError)
