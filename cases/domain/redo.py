"""Make a paper again whose making failed; the case itself is never touched by it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.actors import Actor
from cases.enums import PaperState
from cases.models import OfficialDocument
from core.domain.audit import append_audit
from core.errors import Reason, Refused


def retry_document(*, document: OfficialDocument, actor: Actor, now: datetime) -> OfficialDocument:
    """Queue the paper once more. A paper that is there is never made a second time: its hash is on record."""
    from cases.tasks import make_document  # the job imports verbs

    with transaction.atomic():
        locked = OfficialDocument.objects.select_for_update(of=("self",)).get(pk=document.pk)
        if locked.state == PaperState.MADE:
            raise Refused([Reason("state", _("This paper has been made already."))])
        locked.state, locked.problem = PaperState.QUEUED, ""
        locked.save(update_fields=["state", "problem"])
        append_audit(
            action="document.retry",
            user_id=actor.user_id,
            user_name=actor.name,
            subject=locked,
            data={"code": locked.code, "attempts": locked.attempts},
            now=now,
        )
        make_document.enqueue(locked.pk)
    return locked
