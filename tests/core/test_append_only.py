import pytest
from django.apps import apps
from django.core.management.sql import emit_post_migrate_signal
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from core.append_only import append_only_models, protect_table, release_table
from core.domain.audit import append_audit
from core.models import AuditEntry

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def entry():
    append_audit(action="test.write", user_id=1, user_name="甲", subject="thing:1", data={}, now=timezone.now())
    return AuditEntry.objects.get()


@pytest.mark.law("R29")
def test_the_database_refuses_to_change_an_entry(entry):
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        AuditEntry.objects.filter(pk=entry.pk).update(user_name="乙")
    entry.refresh_from_db()
    assert entry.user_name == "甲"


@pytest.mark.law("R29")
def test_the_database_refuses_to_delete_an_entry(entry):
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        AuditEntry.objects.all().delete()
    assert AuditEntry.objects.count() == 1


def test_raw_statements_are_refused_too(entry):
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE core_auditentry SET seq = 7")


def test_protecting_a_table_twice_does_no_harm(entry):
    protect_table(connection, "core_auditentry")
    with pytest.raises(IntegrityError), transaction.atomic():
        entry.delete()


def test_a_released_table_can_be_emptied(entry):
    release_table(connection, "core_auditentry")
    AuditEntry.objects.all().delete()
    assert not AuditEntry.objects.exists()


def test_every_append_only_model_is_found():
    assert AuditEntry in append_only_models(apps.get_app_configs())


@pytest.mark.django_db(transaction=True)
def test_migrating_puts_the_triggers_back(entry):
    release_table(connection, "core_auditentry")
    emit_post_migrate_signal(verbosity=0, interactive=False, db="default")
    with pytest.raises(IntegrityError):
        AuditEntry.objects.update(user_name="乙")
