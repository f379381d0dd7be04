from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from core.domain.scans import scan_pending_files


class Command(BaseCommand):
    help = "Gives files that wait for the virus check their verdict. May run twice, late, or on two machines."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(_("%(count)s files checked.") % {"count": scan_pending_files()})
