from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from search.engines import engine
from search.refresh import rebuild


class Command(BaseCommand):
    help = "Build the search index anew beside the one in use, then put it in use at one stroke."

    def handle(self, *args: Any, **options: Any) -> None:
        counted = rebuild(progress=self.show)
        stats = engine().stats()
        self.stdout.write(
            _("%(count)d documents written; the index takes %(size).1f MB (%(generation)s).")
            % {"count": counted, "size": stats.size / 1e6, "generation": stats.generation}
        )

    def show(self, kind: str, done: int) -> None:
        self.stdout.write(f"{kind}: {done}")
