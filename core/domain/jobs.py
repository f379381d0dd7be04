"""Jobs that died with their worker: a row that says it runs although nobody runs it (the queue has no reaper)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import transaction

LEASE = timedelta(minutes=15)


def revive_jobs(*, now: datetime, dry_run: bool) -> Iterator[str]:
    """Give jobs RUNNING longer than the lease back to the queue; every job of ours may run twice without harm."""
    from django_tasks.base import TaskResultStatus
    from django_tasks_db.models import DBTaskResult

    dead = DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING, started_at__lt=now - LEASE)
    for job in dead.order_by("started_at"):
        yield f"job {job.pk} {job.task_path}: again"
        if not dry_run:
            with transaction.atomic():
                DBTaskResult.objects.filter(
                    pk=job.pk, status=TaskResultStatus.RUNNING, started_at=job.started_at
                ).update(status=TaskResultStatus.READY, started_at=None)
