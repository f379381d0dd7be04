"""Jobs whose worker died, or that failed: back into the queue, and given up aloud after three times."""

import logging
from datetime import UTC, datetime, timedelta

import pytest
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from core.domain.jobs import revive_jobs, waiting_since
from core.models import AuditEntry

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 2, 2, 0, tzinfo=UTC)
RUNNING, FAILED, READY = TaskResultStatus.RUNNING, TaskResultStatus.FAILED, TaskResultStatus.READY


def job(status, *, minutes_ago=30, attempts=1, **values):
    at = NOW - timedelta(minutes=minutes_ago)
    return DBTaskResult.objects.create(
        status=status,
        started_at=at,
        finished_at=at if status == FAILED else None,
        args_kwargs={"args": [1], "kwargs": {}},
        task_path="cases.tasks.make_document",
        worker_ids=[f"w{n}" for n in range(attempts)],
        backend_name="default",
        run_after=at,
        **values,
    )


def run(now=NOW):
    return list(revive_jobs(now=now, dry_run=False))


@pytest.mark.parametrize(("status", "minutes_ago"), [(RUNNING, 16), (FAILED, 6)])
def test_a_dead_job_is_put_back_once(status, minutes_ago):
    dead = job(status, minutes_ago=minutes_ago)
    assert list(revive_jobs(now=NOW, dry_run=True)) == [f"job {dead.pk} cases.tasks.make_document: again"]
    dead.refresh_from_db()
    assert dead.status == status
    assert run() == [f"job {dead.pk} cases.tasks.make_document: again"]
    assert run() == []
    dead.refresh_from_db()
    assert (dead.status, dead.started_at, dead.finished_at) == (READY, None, None)


@pytest.mark.parametrize(("status", "minutes_ago"), [(RUNNING, 14), (FAILED, 4)])
def test_a_job_that_may_be_alive_or_has_only_just_failed_is_left_alone(status, minutes_ago):
    job(status, minutes_ago=minutes_ago)
    assert run() == []


@pytest.mark.parametrize("status", [RUNNING, FAILED])
def test_what_died_three_times_is_given_up_once_in_log_and_audit(status, caplog):
    dead = job(status, attempts=3, exception_class_path="ValueError")
    with caplog.at_level(logging.ERROR):
        assert run() == [f"job {dead.pk} cases.tasks.make_document: given up"]
    assert str(dead.pk) in caplog.text
    assert run(NOW + timedelta(days=1)) == []
    dead.refresh_from_db()
    assert dead.status == FAILED
    entry = AuditEntry.objects.get(action="job.give_up")
    assert entry.subject_id == str(dead.pk)
    assert entry.data == {"task": "cases.tasks.make_document", "attempts": 3, "error": "ValueError"}


def test_of_two_machines_one_puts_it_back(monkeypatch):
    """Both have read the row; the second one finds it changed and says nothing."""
    dead = job(RUNNING)
    both = revive_jobs(now=NOW, dry_run=False), revive_jobs(now=NOW, dry_run=False)
    original = DBTaskResult.objects.get(pk=dead.pk)
    assert len(list(both[0])) == 1
    DBTaskResult.objects.filter(pk=dead.pk).update(status=RUNNING, started_at=NOW)  # a worker has taken it again
    from core.domain import jobs

    assert jobs._put_back(original, NOW) is False
    assert list(both[1]) == []
    dead.refresh_from_db()
    assert dead.status == RUNNING


def test_what_waits_is_as_old_as_its_oldest_job():
    assert waiting_since("cases.tasks.make_document") is None
    first = job(READY)
    job(READY)
    assert waiting_since("cases.tasks.make_document") == first.enqueued_at
    assert waiting_since("cases.tasks.other") is None
