from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from cases.domain.tick import WORK
from core.domain.jobs import revive_jobs
from core.domain.scans import scan_pending_files
from core.models import ScanState, StoredFile
from places.domain.seed_calendar import extend_calendar

Step = Callable[..., Iterator[str]]


def scan_files(*, now: datetime, dry_run: bool) -> Iterator[str]:
    """Files that came while the virus scanner did not answer."""
    if dry_run:
        if waiting := StoredFile.objects.filter(scan_state=ScanState.PENDING).count():
            yield f"scan {waiting} files"
    elif done := scan_pending_files():
        yield f"scanned {done} files"


def clear_sessions(*, now: datetime, dry_run: bool) -> Iterator[str]:
    ended = Session.objects.filter(expire_date__lt=now)
    count = ended.count() if dry_run else ended.delete()[0]
    if count:
        yield f"clear {count} sessions that have ended"


STEPS: tuple[Step, ...] = (extend_calendar, *WORK, revive_jobs, scan_files, clear_sessions)


class Command(BaseCommand):
    help = "Does the periodic work of all rooms. May run twice, late, or on two machines, and does each thing once."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only say what would be done")

    def handle(self, *args: Any, **options: Any) -> None:
        now, dry_run, loud = timezone.now(), options["dry_run"], options["verbosity"] > 0
        done = 0
        for work in STEPS:
            for line in work(now=now, dry_run=dry_run):
                done += 1
                if loud:
                    self.stdout.write(line)
        call_command("publish_scheduled", dryrun=dry_run, verbosity=options["verbosity"], stdout=self.stdout)
        if loud:
            self.stdout.write(f"{done} things {'to do' if dry_run else 'done'}")
