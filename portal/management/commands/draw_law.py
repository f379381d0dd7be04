"""Write the page of the rules of law, or say that the one in the repository is out of date."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation

from portal.law import draw, missing_places


class Command(BaseCommand):
    help = "Write docs/law.md: each rule of law, the places in the code that keep it and the tests that prove it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="only compare; fail when the file is out of date")
        parser.add_argument("--output", type=Path, default=settings.ROOT / "docs" / "law.md")

    def handle(self, *args: Any, check: bool, output: Path, **options: Any) -> None:
        if missing := missing_places():
            raise CommandError("No longer there: " + ", ".join(missing))
        with translation.override("zh-hans"):
            page = draw()
        if check:
            if not output.exists() or output.read_text(encoding="utf-8") != page:
                raise CommandError(f"{output.name} is out of date: run manage.py draw_law")
            return
        output.write_text(page, encoding="utf-8")
        self.stdout.write(str(output))
