"""A draft begins with what is already known, so that nobody types it twice (R13)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from accounts.models import Mandate, Resident
from cases.domain.applications import save_answers
from cases.enums import Channel
from cases.models import Application
from cases.rules.answers import answer_problem
from catalog.models import ServiceItem


def open_draft_of(*, applicant: Resident, mandate: Mandate | None, item: ServiceItem) -> Application | None:
    """The online draft of this item that was begun earlier for the same person in the same capacity."""
    drafts = Application.objects.drafts().for_page().filter(applicant=applicant, mandate=mandate, cases__item=item)
    return drafts.filter(channel=Channel.ONLINE).first()


def fill_known(*, application: Application, item: ServiceItem, situation: dict[str, str], now: datetime) -> None:
    """Take over the situation answered before, and shared answers that are known and not yet in the draft."""
    form = item.current_version.facts.form if item.current_version else ()
    known, today = known_answers(application), timezone.localdate(now)
    new = {
        asked.key: known[asked.key]
        for asked in form
        if known.get(asked.key)
        and not application.answers.get(asked.key)
        and answer_problem(asked, known[asked.key], today=today) is None
    }
    merged = {**application.situations.get(item.key, {}), **situation}
    save_answers(application=application, answers=new, situations={item.key: merged}, now=now)


def known_answers(application: Application) -> dict[str, Any]:
    """Her last submitted application, over her record. An agent gets only what was given under the same mandate:
    the principal's record is shown to agents in part only."""
    person = application.applicant
    earlier = Application.objects.filter(applicant=person, submitted_at__isnull=False).order_by("-submitted_at")
    if application.mandate_id is not None:
        last = earlier.filter(mandate=application.mandate).first()
        return dict(last.answers) if last else {}
    last = earlier.first()
    at_home = f"{person.region.full_name}{person.address}" if person.address else ""
    return {"phone": person.phone, "address": at_home, **(last.answers if last else {})}
