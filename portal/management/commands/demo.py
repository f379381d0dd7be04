import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from accounts.demo import DEMO_LOGINS
from core.errors import Refused
from portal.demo import build_county, require_demo_allowed


class Command(BaseCommand):
    help = "Builds the invented county 云溪县. May be run again without harm; refuses in a county in use."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--logins", action="store_true", help="only print the demo logins")

        parser.add_argument("--no-logins", action="store_true", help="do not print them after building")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["logins"]:
            self._build()
        if not options["no_logins"]:
            self._print_logins()

    def _build(self) -> None:
        try:
            require_demo_allowed()
        except Refused as refused:
            raise CommandError(refused.text) from refused
        began = time.monotonic()
        for name, build in build_county(now=timezone.now()):
            at = time.monotonic()
            build()
            self.stdout.write(f"  {name}  {time.monotonic() - at:.1f} s")
        self.stdout.write(f"  云溪县 ✓ {time.monotonic() - began:.1f} s")

    def _print_logins(self) -> None:
        for login in DEMO_LOGINS:
            self.stdout.write(f"  {login.username:<12} {login.password}  {login.role}  {login.what_for}")
