import threading
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from core.actions import action_label, register_actions
from core.append_only import release_table
from core.domain.audit import append_audit, verify_chain
from core.models import AuditEntry, AuditHead

NOW = datetime(2026, 11, 24, 1, 2, 3, 456789, tzinfo=UTC)
pytestmark = [pytest.mark.django_db, pytest.mark.database]


def write(action="case.accept", **changes):
    values = {"user_id": 7, "user_name": "王小明", "subject": "case:12", "data": {"number": "A1"}, "now": NOW} | changes
    return append_audit(action=action, **values)


@pytest.fixture
def chain():
    for number in range(5):
        write(data={"number": number, "nested": {"b": [1, None, True], "a": "汉字"}})
    release_table(connection, "core_auditentry")  # what somebody with the keys of the database could do


def test_numbers_follow_each_other():
    assert [write(), write(), write()] == [1, 2, 3]
    assert verify_chain() is None


def test_an_empty_chain_is_whole():
    assert verify_chain() is None


def test_an_entry_keeps_what_was_done():
    write()
    entry = AuditEntry.objects.get()
    assert (entry.action, entry.user_id, entry.user_name, entry.at) == ("case.accept", 7, "王小明", NOW)
    assert (entry.subject_type, entry.subject_id, entry.data) == ("case", "12", {"number": "A1"})


def test_a_saved_object_may_be_the_subject():
    head = AuditHead.objects.create(pk=99)
    write(subject=head)
    entry = AuditEntry.objects.get()
    assert (entry.subject_type, entry.subject_id) == ("core.audithead", "99")


def test_dates_fractions_and_large_numbers_survive_the_database():
    write(data={"on": date(2026, 1, 2), "at": NOW, "fee": Decimal("10.50"), "far": 1.5e300, "big": 10**20})
    assert verify_chain() is None
    assert AuditEntry.objects.get().data["fee"] == "10.50"


@pytest.mark.parametrize(
    "change",
    [
        {"user_name": "别人"},
        {"user_id": 8},
        {"action": "case.deny"},
        {"subject_id": "13"},
        {"data": {}},
        {"at": datetime(2026, 1, 1, tzinfo=UTC)},
        {"hash": "0" * 64},
        {"previous_hash": "1" * 64},
    ],
)
def test_a_changed_entry_is_found(chain, change):
    AuditEntry.objects.filter(seq=3).update(**change)
    assert verify_chain() == 3


def test_a_removed_entry_is_found(chain):
    AuditEntry.objects.filter(seq=2).delete()
    assert verify_chain() == 2


def test_entries_cut_off_at_the_end_are_found(chain):
    AuditEntry.objects.filter(seq__gte=4).delete()
    assert verify_chain() == 4


def test_a_chain_written_with_another_key_is_found(chain, settings, tmp_path):
    settings.KEYS_DIR = tmp_path
    assert verify_chain() == 1


def test_an_entry_goes_with_its_transaction():
    with pytest.raises(RuntimeError), transaction.atomic():
        write()
        raise RuntimeError
    write()
    assert list(AuditEntry.objects.values_list("seq", flat=True)) == [1]
    assert verify_chain() is None


def test_an_append_takes_three_statements(django_assert_num_queries):
    write()
    with transaction.atomic(), django_assert_num_queries(3):
        write()


def test_the_command_says_where_the_chain_is_broken(chain, capsys):
    call_command("verify_audit")
    assert "5" in capsys.readouterr().out
    AuditEntry.objects.filter(seq=3).update(user_name="别人")
    with pytest.raises(CommandError, match="3"):
        call_command("verify_audit")


@pytest.mark.django_db(transaction=True)
def test_two_writers_at_once_leave_one_chain():
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("an in-memory database has one connection")
    failures = []

    def work():
        try:
            for _ in range(20):
                write()
        except Exception as error:
            failures.append(error)
        finally:
            connection.close()

    workers = [threading.Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert not failures
    assert AuditEntry.objects.count() == 40
    assert verify_chain() is None


def test_an_action_has_words_and_keeps_them():
    register_actions({"test.walk": "walk"})
    register_actions({"test.walk": "walk"})
    assert action_label("test.walk") == "walk"
    assert action_label("test.unknown") == "test.unknown"
    with pytest.raises(ValueError, match="taken"):
        register_actions({"test.walk": "run"})
    with pytest.raises(ValueError, match="room"):
        register_actions({"walk": "walk"})
