"""Jobs that died: their worker was killed in the middle, or they failed. Put back in the queue, or given up aloud.

The queue itself does neither: a row says for ever that it runs although nobody runs it, and a failed one stays failed.
Every job of ours may run twice without harm.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from core.domain.audit import append_audit
from core.models import AuditEntry

logger = logging.getLogger(__name__)

LEASE = timedelta(minutes=15)  # longer than any job of ours runs
WAIT = timedelta(minutes=5)  # what made it fail may have passed by then
ATTEMPTS = 3
GIVEN_UP = "job.give_up"
SYSTEM_NAME = "系统"


def revive_jobs(*, now: datetime, dry_run: bool) -> Iterator[str]:
    """Give dead jobs back to the queue; one that died three times is left as failed, on record and in the log."""
    from django_tasks.base import TaskResultStatus
    from django_tasks_db.models import DBTaskResult

    lost = DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING, started_at__lt=now - LEASE)
    failed = DBTaskResult.objects.filter(status=TaskResultStatus.FAILED, finished_at__lt=now - WAIT)
    for job in [*lost.order_by("started_at")[:500], *_not_given_up(failed)[:500]]:
        again = len(job.worker_ids) < ATTEMPTS
        line = f"job {job.pk} {job.task_path}: {'again' if again else 'given up'}"
        if dry_run or (_put_back if again else _give_up)(job, now):
            yield line


def _not_given_up(failed: Any) -> list[Any]:
    rows = list(failed.order_by("finished_at"))
    keys = [str(job.pk) for job in rows if len(job.worker_ids) >= ATTEMPTS]
    known: set[str] = set()
    for start in range(0, len(keys), 500):
        entries = AuditEntry.objects.filter(action=GIVEN_UP, subject_id__in=keys[start : start + 500])
        known |= set(entries.values_list("subject_id", flat=True))
    return [job for job in rows if str(job.pk) not in known]


def _as_seen(job: Any) -> Any:
    """The row as long as nobody has touched it since it was read: of two machines one gets it."""
    seen = {"status": job.status, "started_at": job.started_at, "finished_at": job.finished_at}
    return type(job).objects.filter(pk=job.pk, **seen)


def _put_back(job: Any, now: datetime) -> bool:
    from django_tasks.base import TaskResultStatus

    ready = {"status": TaskResultStatus.READY, "started_at": None, "finished_at": None}
    with transaction.atomic():
        return bool(_as_seen(job).update(**ready, exception_class_path="", traceback=""))


def _give_up(job: Any, now: datetime) -> bool:
    """Nobody waits for it any more; the people who keep the machine read in log and audit that it is so."""
    from django_tasks.base import TaskResultStatus

    with transaction.atomic():
        if not _as_seen(job).update(status=TaskResultStatus.FAILED, finished_at=now):
            return False
        data = {"task": job.task_path, "attempts": len(job.worker_ids), "error": job.exception_class_path}
        subject = f"{job._meta.label_lower}:{job.pk}"
        append_audit(action=GIVEN_UP, user_id=None, user_name=SYSTEM_NAME, subject=subject, data=data, now=now)
    logger.error("Job %s %s was given up after %s attempts", job.pk, job.task_path, len(job.worker_ids))
    return True


def waiting_since(task_path: str) -> datetime | None:
    """When the oldest job of this kind that still waits was enqueued: what was enqueued before it has had its turn."""
    from django_tasks.base import TaskResultStatus
    from django_tasks_db.models import DBTaskResult

    waiting = DBTaskResult.objects.filter(status=TaskResultStatus.READY, task_path=task_path)
    return waiting.order_by("enqueued_at").values_list("enqueued_at", flat=True).first()
