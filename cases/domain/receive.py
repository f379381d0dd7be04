"""What everybody gets whose application was received: a receipt for the whole of it, and a message for each case."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from accounts.actors import Actor
from cases.documents.receipts import receipt_context
from cases.domain.documents import issue_document
from cases.domain.tell import tell_applicant
from cases.models import Application, Case


def give_receipt(application: Application, cases: list[Case], *, actor: Actor, now: datetime) -> None:
    issue_document(
        code="receipt_of_materials",
        application=application,
        context=receipt_context(application, cases, actor=actor, now=now),
        actor=actor,
        now=now,
    )


def tell_received(case: Case, *, actor: Actor, now: datetime) -> None:
    tell_applicant(
        case=case,
        actor=actor,
        title=_("Your application was received"),
        body=_("“%(item)s” was received under number %(number)s. The office answers by %(due)s at the latest."),
        now=now,
    )
