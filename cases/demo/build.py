"""The applications of the demo county. Safe to run again: a county that has cases is left as it is."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from accounts.models import Mandate, MandateAct, MandateProof, Resident
from cases.demo.cast import Cast
from cases.demo.plan import Plan, make_plans
from cases.demo.results import Results
from cases.demo.shows import build_shows
from cases.demo.writer import Life, Numbers, Writer
from cases.enums import Channel
from cases.models import Application, Case, CaseEvent, CaseMaterial, CaseStage
from catalog.models import ServiceItem
from core.domain.audit import append_audit
from flow.models import Series
from places.calendar import calendar_for
from places.models import Unit

NUMBER = 3000
CHUNK = 500


def build_cases(*, now: datetime, number: int = NUMBER) -> None:
    """Needs places, people and items of the demo."""
    if Case.objects.exists():
        return
    with transaction.atomic():
        calendar = calendar_for(Unit.objects.filter(kind="department").select_related("region")[0])
        items = {item.key: item for item in ServiceItem.objects.select_related("current_version", "department")}
        residents = list(Resident.objects.select_related("region__parent").order_by("pk"))
        plans = make_plans(number=number, residents=residents, items=items, calendar=calendar, now=now)
        cast, numbers = Cast(timezone.localdate(now)), Numbers()
        writer = Writer(cast=cast, calendar=calendar, numbers=numbers, now=now)
        for start in range(0, len(plans), CHUNK):
            _write(plans[start : start + CHUNK], writer, numbers)
        Series.objects.bulk_create(Series(key=key, last=last) for key, last in sorted(numbers.last.items()))
        _audit()
    build_shows(now=now)


def _write(plans: list[Plan], writer: Writer, numbers: Numbers) -> None:
    mandates = [_mandate(plan, writer.cast) for plan in plans]
    Mandate.objects.bulk_create(mandate for mandate in mandates if mandate is not None)
    written = [writer.application(plan, mandate) for plan, mandate in zip(plans, mandates, strict=True)]
    Application.objects.bulk_create([application for application, _lives in written], batch_size=200)
    lives: list[Life] = [life for _application, several in written for life in several]
    Case.objects.bulk_create([life.case for life in lives], batch_size=100)
    CaseEvent.objects.bulk_create([event for life in lives for event in life.events], batch_size=200)
    for life in lives:
        life.materials = writer.materials(life)
    CaseMaterial.objects.bulk_create([row for life in lives for row in life.materials], batch_size=300)
    CaseStage.objects.bulk_create([row for life in lives for row in life.stages], batch_size=300)
    results = Results(numbers, writer.cast, writer.calendar)
    for application, several in written:
        results.collect(application, several)
    results.save()


def _mandate(plan: Plan, cast: Cast) -> Mandate | None:
    """At the door and at the station the helper of the village acts, with a mandate given that day."""
    helper = cast.helpers.get(plan.resident.region_id)
    if helper is None or helper.user_id is None or plan.channel not in (Channel.DOOR, Channel.STATION):
        return None
    day = timezone.localdate(plan.received_at)
    return Mandate(
        principal=plan.resident,
        agent_id=helper.user_id,
        relation="村代办员",
        item_keys=[item.key for item in plan.items],
        acts=list(MandateAct.values),
        valid_from=day,
        valid_to=day + timedelta(days=180),
        proof_kind=MandateProof.PHOTO,
        created_at=plan.received_at,
    )


def _audit() -> None:
    """One audit entry per event, in the order of time."""
    events = CaseEvent.objects.order_by("at", "id").values_list(
        "verb", "user_id", "actor_name", "case_id", "state_to", "at"
    )
    for verb, user_id, name, case_id, state, at in events.iterator(chunk_size=2000):
        append_audit(
            action=verb, user_id=user_id, user_name=name, subject=f"cases.case:{case_id}", data={"state": state}, now=at
        )
