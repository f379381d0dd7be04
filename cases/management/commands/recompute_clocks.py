from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from cases.domain.recompute import recompute_clocks


class Command(BaseCommand):
    help = "Winds the clocks of all open cases anew, as after a change of the calendar, and shows how far it is."

    def handle(self, *args: Any, **options: Any) -> None:
        for progress in recompute_clocks(now=timezone.now()):
            self.stdout.write(f"{progress.done}/{progress.total} ({progress.changed})")
