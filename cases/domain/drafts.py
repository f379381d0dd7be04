"""What happens to a draft besides filling it in: consents of their own, and giving it up."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.actors import Actor
from cases.domain.materials import drop_paper, hand_in_paper
from cases.models import Application
from catalog.content import Material
from core.domain.audit import append_audit
from core.errors import Reason, Refused


def record_consents(
    *, application: Application, asked: Iterable[Material], given: Iterable[str], actor: Actor, now: datetime
) -> None:
    """Papers that need a consent of their own (PIPL Art. 29, 39): those ticked are handed in, the others taken back."""
    ticked = set(given)
    with transaction.atomic():
        handed = set(application.papers.filter(replaced_at=None).values_list("key", flat=True))
        for material in asked:
            if material.key not in ticked:
                drop_paper(application=application, key=material.key, now=now)
            elif material.key not in handed:
                hand_in_paper(application=application, key=material.key, name=material.name, actor=actor, now=now)


def discard_draft(*, application: Application, actor: Actor, now: datetime) -> None:
    """Delete a draft with everything in it; what has been submitted is never deleted."""
    with transaction.atomic():
        locked = Application.objects.select_for_update().get(pk=application.pk)
        if locked.submitted_at is not None:
            raise Refused([Reason("submitted", _("The application has been submitted already."))])
        append_audit(
            action="application.discard",
            user_id=actor.user_id,
            user_name=actor.name,
            subject=locked,
            data={},
            now=now,
        )
        locked.visits.update(application=None)
        locked.cases.all().delete()
        locked.delete()
