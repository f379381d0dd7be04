"""Which invented people apply for what, when and how. Weights follow what a county sees, not chance."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from django.utils import timezone

from accounts.models import Resident
from cases.demo.timeline import work_moment
from cases.enums import Channel
from catalog.models import ServiceItem
from flow.calendar import WorkCalendar

WEIGHTS = {
    "senior_allowance": 22,
    "elder_card": 14,
    "pension_enrol": 12,
    "flexible_employment": 10,
    "birth_registration": 9,
    "disabled_subsidy": 7,
    "minimum_living": 6,
    "temporary_relief": 5,
    "individual_business": 5,
    "homestead": 3,
    "public_rental": 3,
    "extremely_poor": 2,
    "timber_permit": 1,
    "food_workshop": 1,
    "rebirth_approval": 1,
}
OLDEST = {"senior_allowance": 80, "elder_card": 60, "extremely_poor": 60}
DAYS = 90


@dataclass(frozen=True)
class Plan:
    """One application to be: its first item decides who applies."""

    resident: Resident
    items: tuple[ServiceItem, ...]
    channel: Channel
    received_at: datetime


def make_plans(
    *, number: int, residents: list[Resident], items: dict[str, ServiceItem], calendar: WorkCalendar, now: datetime
) -> list[Plan]:
    """`number` plans of the last 90 days, ordered by the moment of receipt."""
    random = Random(2026)
    by_age = {age: _of_age(residents, age, now) for age in {*OLDEST.values(), 18}}
    keys, weights = list(WEIGHTS), list(WEIGHTS.values())
    plans = [_plan(random.choices(keys, weights)[0], random, by_age, items, calendar, now) for _index in range(number)]
    return sorted(plans, key=lambda plan: plan.received_at)


def _plan(
    key: str,
    random: Random,
    by_age: dict[int, list[Resident]],
    items: dict[str, ServiceItem],
    calendar: WorkCalendar,
    now: datetime,
) -> Plan:
    chosen = [items[key]]
    if key == "senior_allowance" and random.random() < 0.15:
        chosen.append(items["elder_card"])
    channel = random.choices((Channel.ONLINE, Channel.WINDOW, Channel.STATION, Channel.DOOR), (48, 37, 8, 7))[0]
    resident = random.choice(by_age[OLDEST.get(key, 18)])
    return Plan(resident, tuple(chosen), channel, _moment(channel, random, calendar, now))


def _moment(channel: Channel, random: Random, calendar: WorkCalendar, now: datetime) -> datetime:
    """Online at any hour; elsewhere in working hours. More in the last weeks, so that desks are full."""
    back = timedelta(days=DAYS * random.random() ** 1.5, minutes=10)
    if channel == Channel.ONLINE:
        return now - back
    moment = work_moment(timezone.localdate(now - back), 0, calendar, random)
    while not calendar.is_workday(timezone.localdate(moment)) or moment >= now:
        moment -= timedelta(days=1)
    return moment


def _of_age(residents: list[Resident], age: int, now: datetime) -> list[Resident]:
    latest = timezone.localdate(now).replace(day=1)
    latest = latest.replace(year=latest.year - age)
    return [resident for resident in residents if resident.birth_on and resident.birth_on <= latest]


def situations_of(item: ServiceItem, random: Random) -> dict[str, str]:
    """An answer to each situation question of the item."""
    version = item.current_version
    questions: Iterator[tuple[str, list[str]]] = (
        (question.key, [option.key for option in question.options])
        for question in (version.facts.situations if version else ())
    )
    return {key: (options[0] if key == "agent" else random.choice(options)) for key, options in questions if options}
