"""Write the drawing of all state machines, or say that the one in the repository is out of date."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation

from flow.drawing import draw
from flow.machine import registered


class Command(BaseCommand):
    help = "Draw the registered state machines to docs/states.svg."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true", help="only compare; fail when the file is out of date")
        parser.add_argument("--output", type=Path, default=settings.ROOT / "docs" / "states.svg")

    def handle(self, *args: Any, check: bool, output: Path, **options: Any) -> None:
        with translation.override("zh-hans"):
            picture = draw(registered())
        if check:
            if not output.exists() or output.read_text(encoding="utf-8") != picture:
                raise CommandError(f"{output.name} is out of date: run manage.py draw_states")
            return
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text(picture, encoding="utf-8")
        self.stdout.write(f"{output} ({len(registered())})")
