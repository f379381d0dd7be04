"""Tell the applicant of each step, and the principal of each act done in her name."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.actors import Actor
from accounts.domain.messages import send_message
from cases.models import Case
from core.text import format_day


def tell_applicant(*, case: Case, actor: Actor, title: str, body: str, now: datetime) -> None:
    """Send a message; `body` may use %(item)s, %(number)s, %(due)s, %(unit)s. An agent's act names the agent."""
    values = {
        "item": case.item.name,
        "number": case.number or "",
        "due": format_day(case.due_on) if case.due_on else "",
        "unit": case.unit.name,
    }
    text = body % values
    mandate = case.application.mandate
    if mandate is not None and mandate.agent_id == actor.user_id:
        text += _(" Done in your name by %(agent)s under your mandate.") % {"agent": actor.name}
    link = reverse("online:case", args=[case.public_id])
    send_message(resident=case.applicant, title=title, body=text, link=link, now=now)
