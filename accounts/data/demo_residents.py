"""2,000 invented residents over all villages of the demo county."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from random import Random

from django.contrib.auth.hashers import make_password

from accounts.data.demo_people import COUNTY_CODE, PASSWORD, SHOW_RESIDENTS, ShowResident
from accounts.data.invented_names import invented_name
from accounts.identity import IdentityLevel, IdentityWay
from accounts.models import Resident, User
from core.fields import blind_index
from core.identifiers import id_check_character
from places.models import Region
from places.models.regions import RegionLevel

COUNT = 2000
SEED = 9901
WITH_LOGIN = 0.7
COUNTED_FROM = date(2026, 11, 1)
NAMESPACE = uuid.UUID("5d6f0c55-92b8-4f0e-9f0a-990100000000")
# Share of people by age group (from, to, weight): a county whose young people work elsewhere.
AGES = ((0, 13, 8), (14, 17, 4), (18, 39, 20), (40, 59, 26), (60, 69, 16), (70, 79, 14), (80, 89, 10), (90, 100, 2))


def build_residents(*, now: datetime) -> None:
    """Two bulk inserts; people who are there already (same identity number) stay as they are."""
    villages = {
        region.code: region
        for region in Region.objects.filter(code__startswith=COUNTY_CODE, level=RegionLevel.VILLAGE).order_by("code")
    }
    wanted = [*SHOW_RESIDENTS, *_crowd(sorted(villages))]
    people = [_resident(person, villages[person.village_code], now) for person in wanted]
    known = set(
        Resident.objects.filter(id_number_index__in=[p.id_number_index for p in people]).values_list(
            "id_number_index", flat=True
        )
    )
    new = [person for person in people if person.id_number_index not in known]
    hashed = make_password(PASSWORD)
    logins = _logins(new, hashed, now)
    User.objects.bulk_create(logins.values(), batch_size=500)
    for person in new:
        person.user = logins.get(person.id_number)
    Resident.objects.bulk_create(new, batch_size=500)


def _crowd(village_codes: list[str]) -> Iterator[ShowResident]:
    """The same people at every run: birthdays are counted from a fixed day."""
    random = Random(SEED)
    groups, weights = [(low, high) for low, high, _ in AGES], [weight for _, _, weight in AGES]
    for n in range(COUNT - len(SHOW_RESIDENTS)):
        low, high = random.choices(groups, weights)[0]
        born = COUNTED_FROM - timedelta(days=random.randint(low * 365 + 30, high * 365 + 300))
        woman = random.random() < 0.5
        name = invented_name(random, woman=woman, birth_year=born.year)
        serial = 200 + 2 * (n % 390) + (0 if woman else 1)
        phone = f"1990000{n + 100:04d}"
        address = f"{random.randint(1, 9)}组{random.randint(1, 80)}号"
        yield ShowResident(name, born, serial, phone, random.choice(village_codes), address)


def _resident(person: ShowResident, village: Region, now: datetime) -> Resident:
    number = id_number_of(person)
    return Resident(
        name=person.name,
        id_number=number,
        id_number_index=blind_index(number),
        phone=person.phone,
        phone_index=blind_index(person.phone),
        region=village,
        address=f"{village.name}{person.address}",
        birth_on=person.birth_on,
        identity_level=IdentityLevel.NUMBER,
        identity_way=IdentityWay.NUMBER,
        identity_at=now,
        created_at=now,
    )


def id_number_of(person: ShowResident) -> str:
    """Checksum-valid, of the town's region 9901xx that exists nowhere (01 to 08)."""
    base = f"9901{int(person.village_code[6:9]):02d}{person.birth_on:%Y%m%d}{person.serial:03d}"
    return base + id_check_character(base)


def _logins(people: list[Resident], hashed: str, now: datetime) -> dict[str, User]:
    """A login by identity number for the named people and for most grown-ups; the others are known at the window only."""
    random = Random(SEED + 1)
    named = {id_number_of(person) for person in SHOW_RESIDENTS}
    logins = {}
    for person in people:
        grown = person.birth_on is not None and person.birth_on < date(2008, 1, 1)
        lucky = random.random() < WITH_LOGIN
        if person.id_number in named or (grown and lucky):
            username = f"r{uuid.uuid5(NAMESPACE, person.id_number).hex}"
            logins[person.id_number] = User(
                username=username, display_name=person.name, password=hashed, date_joined=now
            )
    return logins
