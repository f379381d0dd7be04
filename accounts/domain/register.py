"""Making a resident known: online by herself, at the window or at the door by staff."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import TextChoices
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.actors import Actor
from accounts.ages import GUARDIAN_AGE, age_on
from accounts.domain.audit import note
from accounts.identity import LEVEL_OF, IdentityWay
from accounts.login_names import MAX_LENGTH, tidy_number
from accounts.matching import match
from accounts.models import Resident, User
from accounts.policies import may_register
from core.errors import Reason, Refused
from core.fields import blind_index
from core.identifiers import birth_date_of, id_number_problem, name_problem, phone_problem
from places.models import Region
from places.models.regions import RegionLevel

ADDRESS_LENGTH = 200
RESIDENT_CARD = "111"


class Channel(TextChoices):
    ONLINE = "online", gettext_lazy("Online")
    WINDOW = "window", gettext_lazy("At the window")
    DOOR = "door", gettext_lazy("At the door")


SEEN = {Channel.WINDOW: IdentityWay.WINDOW, Channel.DOOR: IdentityWay.HELPER}


@dataclass(frozen=True)
class Person:
    """What is said about a person, tidied. `override` is why an odd number was accepted with the paper seen."""

    name: str
    id_number: str
    phone: str
    region: Region | None
    address: str
    id_type: str
    override: str


def register_resident(
    *,
    name: str,
    id_number: str,
    phone: str,
    region: Region | None,
    address: str,
    channel: Channel,
    actor: Actor,
    now: datetime,
    password: str = "",
    id_type: str = RESIDENT_CARD,
    id_number_override: str = "",
    birth_on: date | None = None,
) -> Resident:
    """Register a person; raises `Refused` with every reason, `Reason.code` is the name of the field.

    Online a password is needed and makes the login. Staff may leave the phone empty and may accept an odd identity
    number with the reason (`id_number_override`, domain.md §5.1); then the birth date is taken as given.
    """
    person = Person(
        name=name.strip(),
        id_number=tidy_number(id_number),
        phone=tidy_number(phone),
        region=region,
        address=address.strip(),
        id_type=id_type,
        override="" if channel == Channel.ONLINE else id_number_override.strip(),
    )
    today = timezone.localdate(now)
    reasons = [*_person_reasons(person, channel, today), *_channel_reasons(person, channel, password, actor, today)]
    if reasons:
        raise Refused(reasons)
    way = _way(person, channel)
    try:
        with transaction.atomic():
            return _create(person, channel, way, password, birth_on, actor, now)
    except IntegrityError:
        raise Refused([_known(channel)]) from None


def _way(person: Person, channel: Channel) -> IdentityWay:
    """Staff have her and her card before them; online the identity service is asked, where the county has one."""
    if channel != Channel.ONLINE:
        return SEEN[channel]
    matched = match(name=person.name, id_number=person.id_number)
    return IdentityWay.NUMBER if matched else IdentityWay.PHONE


def _create(
    person: Person,
    channel: Channel,
    way: IdentityWay,
    password: str,
    birth_on: date | None,
    actor: Actor,
    now: datetime,
) -> Resident:
    user = None
    if channel == Channel.ONLINE:
        user = User(username=login_name(), display_name=person.name)
        user.set_password(password)
        user.save()
    resident = Resident.objects.create(
        user=user,
        name=person.name,
        id_type=person.id_type,
        id_number=person.id_number,
        id_number_index=blind_index(person.id_number),
        id_number_override=person.override,
        phone=person.phone,
        phone_index=blind_index(person.phone) if person.phone else "",
        region=person.region,
        address=person.address,
        birth_on=_birth_date(person) or birth_on,
        identity_level=LEVEL_OF[way],
        identity_way=way,
        identity_at=now,
        created_at=now,
    )
    note(
        "resident.register", subject=resident, actor=actor, now=now, channel=channel, override=person.override, way=way
    )
    return resident


def login_name() -> str:
    """Residents sign in by number; the name of their login means nothing and is never shown."""
    return f"r{uuid.uuid4().hex}"


def _person_reasons(person: Person, channel: Channel, today: date) -> list[Reason]:
    reasons = []
    if problem := name_problem(person.name):
        reasons.append(Reason("name", str(problem)))
    if not person.id_number:
        reasons.append(Reason("id_number", _("Enter the identity number.")))
    elif problem := _number_problem(person, today):
        reasons.append(Reason("id_number", problem))
    elif Resident.objects.filter(id_number_index=blind_index(person.id_number)).exists():
        reasons.append(_known(channel))
    return [*reasons, *contact_reasons(person.phone, person.region, person.address, channel == Channel.ONLINE)]


def _number_problem(person: Person, today: date) -> str:
    if person.id_type != RESIDENT_CARD or person.override:
        too_long = len(person.id_number) > MAX_LENGTH
        return _("This number is too long.") if too_long else ""
    return str(id_number_problem(person.id_number, today=today) or "")


def contact_reasons(phone: str, region: Region | None, address: str, phone_needed: bool) -> list[Reason]:
    """What is wrong with telephone and address; `phone` is tidied."""
    reasons = []
    if (phone or phone_needed) and (problem := phone_problem(phone)):
        reasons.append(Reason("phone", str(problem)))
    if region is None or region.level != RegionLevel.VILLAGE:
        reasons.append(Reason("region", _("Choose your village or community.")))
    if len(address) > ADDRESS_LENGTH:
        reasons.append(Reason("address", _("The address is longer than 200 characters. Shorten it.")))
    return reasons


def _channel_reasons(person: Person, channel: Channel, password: str, actor: Actor, today: date) -> list[Reason]:
    if channel != Channel.ONLINE:
        if person.region is None or may_register(actor=actor, region=person.region):
            return []
        return [Reason("region", _("You can register people of your own village or town only."))]
    reasons = [Reason("password", text) for text in password_problems(password)]
    born = _birth_date(person)
    if born and age_on(born, today) < GUARDIAN_AGE:
        text = _("Children under 14 are registered at the window by a guardian. Bring the household booklet.")
        reasons.append(Reason("id_number", text, "个人信息保护法 第31条"))
    return reasons


def password_problems(password: str, user: User | None = None) -> list[str]:
    """Why the password cannot be used, in sentences."""
    if not password:
        return [_("Choose a password.")]
    try:
        validate_password(password, user)
    except ValidationError as error:
        return error.messages
    return []


def _birth_date(person: Person) -> date | None:
    return birth_date_of(person.id_number) if person.id_type == RESIDENT_CARD else None


def _known(channel: Channel) -> Reason:
    if channel != Channel.ONLINE:
        return Reason("id_number", _("This number is registered already. Look the person up instead."))
    # The same sentence with and without a login of that person: it tells a stranger as little as can be.
    return Reason(
        "id_number",
        _("No account can be opened online with this number. Sign in if you have one, or bring your card to a window."),
    )
