from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from cases.models import Case
from cases.rebuild import differences


class Command(BaseCommand):
    help = "Rebuilds state, dates and lights of every case from its events and names each difference."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("numbers", nargs="*", help="case numbers; all cases without any")

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        cases = Case.objects.submitted().select_related("version", "unit__region").prefetch_related("events")
        if options["numbers"]:
            cases = cases.filter(number__in=options["numbers"])
        checked = wrong = 0
        for case in cases.order_by("id").iterator(chunk_size=500):
            checked += 1
            for difference in differences(case, now=now):
                wrong += 1
                self.stdout.write(f"{case.number}: {difference}")
        self.stdout.write(f"{checked} cases checked, {wrong} differences")
        if wrong:
            raise CommandError(f"{wrong} differences")
