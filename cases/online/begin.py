"""A draft begins with what is already known, so that nobody types it twice (R13)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from accounts.actors import Actor
from accounts.models import Mandate, Resident
from cases.domain.applications import save_answers, start_application
from cases.domain.one_thing import choose_parts, start_package
from cases.enums import Channel
from cases.models import Application
from cases.online.offers import Offer
from cases.queries.applications import ApplicationQuerySet
from cases.rules.answers import answer_problem
from cases.rules.asked import contents_of, spread, told_answers
from catalog.together import shared_form


def drafts_of(offer: Offer) -> ApplicationQuerySet:
    """Online drafts of this item, or of this package with whichever parts."""
    of_this = Q(one_thing=offer.one_thing) if offer.one_thing else Q(one_thing=None, cases__item=offer.items[0])
    return Application.objects.drafts().for_page().filter(of_this, channel=Channel.ONLINE)


def open_draft_of(*, applicant: Resident, mandate: Mandate | None, offer: Offer) -> Application | None:
    """The one that was begun earlier for the same person in the same capacity."""
    return drafts_of(offer).filter(applicant=applicant, mandate=mandate).first()


def begin_draft(
    *,
    offer: Offer,
    applicant: Resident,
    mandate: Mandate | None,
    situation: dict[str, str],
    actor: Actor,
    now: datetime,
) -> Application:
    """The draft for what is offered, or the one begun earlier, brought to the parts and the situation told now."""
    begun: dict[str, Any] = {"applicant": applicant, "mandate": mandate}
    keys = [item.key for item in offer.items]
    with transaction.atomic():
        application = open_draft_of(offer=offer, **begun)
        if application is not None and offer.package is not None:
            choose_parts(application=application, package=offer.package, keys=keys, actor=actor, now=now)
        elif application is None:
            begun |= {"channel": Channel.ONLINE, "actor": actor, "now": now}
            if offer.package is not None:
                application = start_package(package=offer.package, keys=keys, **begun)
            else:
                application = start_application(items=offer.items, **begun)
        fill_known(application=application, situation=situation, now=now)
    return application


def fill_known(*, application: Application, situation: dict[str, str], now: datetime) -> None:
    """Take over the situation answered before, and shared answers that are known and not yet in the draft."""
    contents = contents_of(application.cases.with_item())
    known, today = known_answers(application), timezone.localdate(now)
    new = {
        shared.field.key: known[shared.field.key]
        for shared in shared_form(contents)
        if known.get(shared.field.key)
        and not application.answers.get(shared.field.key)
        and answer_problem(shared.field, known[shared.field.key], today=today) is None
    }
    told = spread(contents, {**told_answers(application), **situation})
    save_answers(application=application, answers=new, situations=told, now=now)


def known_answers(application: Application) -> dict[str, Any]:
    """Her last submitted application, over her record. An agent gets only what was given under the same mandate:
    the principal's record is shown to agents in part only."""
    person = application.applicant
    earlier = Application.objects.filter(applicant=person, submitted_at__isnull=False).order_by("-submitted_at")
    if application.mandate_id is not None:
        last = earlier.filter(mandate=application.mandate).first()
        return dict(last.answers) if last else {}
    last = earlier.first()
    at_home = person.region.address(person.address) if person.address else ""
    return {"phone": person.phone, "address": at_home, **(last.answers if last else {})}
