from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _

from search.engines import engine
from search.refresh import compare, repair


class Command(BaseCommand):
    help = "Compare database and search index by reference and version; with --repair, mend what differs."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--repair", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        difference = compare(engine())
        for label, refs in (
            (_("missing"), difference.missing),
            (_("stale"), difference.stale),
            (_("without a reason"), difference.extra),
        ):
            self.stdout.write(f"{label}: {len(refs)} {' '.join(refs[:10])}".rstrip())
        if options["repair"] and difference.refs:
            repair(difference)
            self.stdout.write(_("%(count)d documents were mended.") % {"count": len(difference.refs)})
