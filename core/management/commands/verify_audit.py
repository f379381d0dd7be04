from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from core.domain.audit import verify_chain
from core.models import AuditHead


class Command(BaseCommand):
    help = "Reads the whole audit chain and says at which entry it is broken. Note the printed end elsewhere."

    def handle(self, *args: Any, **options: Any) -> None:
        broken = verify_chain()
        if broken is not None:
            raise CommandError(_("The audit chain is broken at entry %(seq)s.") % {"seq": broken})
        head = AuditHead.objects.first()
        seq, link = (head.seq, head.hash) if head else (0, "-")
        self.stdout.write(_("The audit chain is whole: %(seq)s entries, end %(hash)s.") % {"seq": seq, "hash": link})
