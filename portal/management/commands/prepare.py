"""Everything between an empty data directory and a portal that can be started. Does nothing when nothing is missing."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from places.models import Region


class Command(BaseCommand):
    help = "Create or update the tables; with --demo, load the demo county into a database that holds no county."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--demo", action="store_true", help="load the demo county when there is no county yet")

    def handle(self, *args: Any, demo: bool, **options: Any) -> None:
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
        if demo:
            self.load_demo_county()

    def load_demo_county(self) -> None:
        if not demo_county_is_due():
            return
        mark().touch()
        call_command("demo", no_logins=True, stdout=self.stdout, stderr=self.stderr)
        mark().unlink()


def mark() -> Path:
    """Tells the next start that loading was broken off; loading again is safe and completes it."""
    return Path(settings.DATA_DIR) / "demo-is-loading"


def demo_county_is_due() -> bool:
    return mark().exists() or not Region.objects.exists()
