from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from cases.domain.tick import WORK
from core.domain.jobs import revive_jobs


class Command(BaseCommand):
    help = "Does the periodic work: lights, lost papers, dead jobs, expired certificates. May run twice or late."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only say what would be done")

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        done = 0
        for work in (*WORK, revive_jobs):
            for line in work(now=now, dry_run=options["dry_run"]):
                done += 1
                if options["verbosity"] > 0:
                    self.stdout.write(line)
        if options["verbosity"] > 0:
            self.stdout.write(f"{done} things done" if not options["dry_run"] else f"{done} things to do")
