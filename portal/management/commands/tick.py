from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from cases.domain.tick import WORK
from core.domain.jobs import revive_jobs
from core.domain.scans import scan_pending_files


class Command(BaseCommand):
    help = "Does the periodic work of all rooms. May run twice, late, or on two machines, and does each thing once."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only say what would be done")

    def handle(self, *args: Any, **options: Any) -> None:
        now, dry_run, loud = timezone.now(), options["dry_run"], options["verbosity"] > 0
        done = 0
        for work in (*WORK, revive_jobs):
            for line in work(now=now, dry_run=dry_run):
                done += 1
                if loud:
                    self.stdout.write(line)
        call_command("publish_scheduled", dryrun=dry_run, verbosity=options["verbosity"])
        if not dry_run:
            done += scan_pending_files()
            call_command("clearsessions", verbosity=0)
        if loud:
            self.stdout.write(f"{done} things {'to do' if dry_run else 'done'}")
