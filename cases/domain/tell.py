"""Tell the applicant of each step, and the principal of each act done in her name."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.actors import Actor
from accounts.domain.messages import build_message
from accounts.models import Message
from cases.dues import due_text
from cases.models import Case
from cases.rules.renewing import silence_means
from core.rows import insert_row

# What a letter reads of a case: enough for `only()` where thousands are written at once, each over six tables.
LETTER_RELATED = ("application__mandate", "applicant", "subject", "unit", "version")
LETTER_FIELDS = (
    "number",
    "public_id",
    "kind",
    "status",
    "received_at",
    "accepted_at",
    "due_on",
    "due_provisional",
    "application__mandate__agent",
    "applicant__id",
    "subject__state",
    "subject__valid_to",
    "unit__name",
    "version__name",
    "version__published_at",
)


def tell_applicant(*, case: Case, actor: Actor, title: str, body: str, now: datetime) -> None:
    """Send a message; `body` may use %(item)s, %(number)s, %(due)s, %(unit)s. An agent's act names the agent."""
    insert_row(letter_to_applicant(case=case, actor=actor, title=title, body=body, now=now))


def letter_to_applicant(*, case: Case, actor: Actor, title: str, body: str, now: datetime) -> Message:
    """The same, not sent yet: for many at once."""
    values = {
        "item": case.version.name,
        "number": case.number or "",
        "due": due_text(case.due),
        "unit": case.unit.name,
    }
    text = body % values + silence_means(case, timezone.localdate(now))  # Art. 50, at every step of a renewal
    mandate = case.application.mandate
    if mandate is not None and mandate.agent_id == actor.user_id:
        text += _(" Done in your name by %(agent)s under your mandate.") % {"agent": actor.name}
    link = reverse("online:case", args=[case.public_id])
    return build_message(resident=case.applicant, title=title, body=text, link=link, now=now)
