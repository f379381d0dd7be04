"""Looking people up, keeping their contact data, showing a masked field: each logged (个人信息保护法 Art. 51)."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.actors import Actor
from accounts.domain.audit import note
from accounts.domain.register import contact_reasons, password_problems
from accounts.login_names import is_phone, tidy_number
from accounts.models import Resident, User
from accounts.models.residents import ResidentQuerySet
from accounts.policies import may_find_residents, may_reveal
from core.errors import Reason, Refused
from core.fields import blind_index
from places.models import Region

SECRET_FIELDS = ("name", "id_number", "phone", "address")
SHORTEST_NAME = 2


def find_residents(*, query: str, actor: Actor, now: datetime, region: Region | None = None) -> ResidentQuerySet:
    """People by whole identity number, whole telephone, or the beginning of a name; only those the actor may see.

    The look-up is logged with its kind and the keyed hash of what was asked, never with the number itself.
    """
    if not may_find_residents(actor):
        raise Refused([Reason("role", _("Only window clerks and station helpers can look people up."))])
    number, name = tidy_number(query), query.strip()
    people = Resident.objects.visible_to(actor, on=timezone.localdate(now)).for_page()
    if is_phone(number):
        kind, found = "phone", people.filter(phone_index=blind_index(number))
    elif any(character.isdigit() for character in number):
        kind, found = "id_number", people.filter(id_number_index=blind_index(number))
    elif len(name) >= SHORTEST_NAME:
        kind, found = "name", people.filter(name__startswith=name)
    else:
        raise Refused([Reason("query", _("Enter the identity number, the telephone, or at least two characters."))])
    if region is not None:
        found = found.filter(region=region) | found.filter(region__parent=region)
    with transaction.atomic():
        note("resident.find", subject=None, actor=actor, now=now, kind=kind, asked=blind_index(number or name))
    return found.order_by("name", "pk")


def reveal_field(*, resident: Resident, field: str, reason: str, actor: Actor, now: datetime) -> str:
    """The unmasked value of one field, with an audit entry. Staff must say why; the person herself need not."""
    if not may_reveal(actor=actor, resident=resident, on=timezone.localdate(now)):
        raise Refused([Reason("role", _("You may not see these data."), "个人信息保护法 第6条")])
    if actor.resident_id != resident.pk and not reason.strip():
        raise Refused([Reason("reason", _("Say why you need to see it."), "个人信息保护法 第6条")])
    return disclose_field(resident=resident, field=field, reason=reason, actor=actor, now=now)


def disclose_field(*, resident: Resident, field: str, reason: str, actor: Actor, now: datetime) -> str:
    """The unmasked value, logged, for rooms above that have asked their own policy (a reviewer of her case)."""
    if field not in SECRET_FIELDS:
        raise ValueError(f"not a field that can be shown: {field}")
    with transaction.atomic():
        note("resident.reveal", subject=resident, actor=actor, now=now, field=field, reason=reason.strip()[:200])
    return str(getattr(resident, field))


def update_contact(
    *, resident: Resident, phone: str, region: Region | None, address: str, actor: Actor, now: datetime
) -> Resident:
    """Change telephone, village and address: the person herself, or staff who serve her."""
    on = timezone.localdate(now)
    own = actor.resident_id is not None and actor.resident_id == resident.pk
    if not own and not may_reveal(actor=actor, resident=resident, on=on):
        raise Refused([Reason("role", _("You may not change these data."))])
    number, place = tidy_number(phone), address.strip()
    if reasons := contact_reasons(number, region, place, own):
        raise Refused(reasons)
    with transaction.atomic():
        locked = Resident.objects.select_for_update(of=("self",)).get(pk=resident.pk)
        wanted = {"phone": number, "region": region, "address": place}
        changed = [name for name, value in wanted.items() if getattr(locked, name) != value]
        for name in changed:
            setattr(locked, name, wanted[name])
        locked.phone_index = blind_index(number) if number else ""
        locked.save(update_fields=["phone", "phone_index", "region", "address"])
        note("resident.update_contact", subject=locked, actor=actor, now=now, fields=changed)
    return locked


def change_password(*, user: User, old: str, new: str, actor: Actor, now: datetime) -> User:
    """The owner changes the password, knowing the old one; other sessions end."""
    reasons = [Reason("new_password", text) for text in password_problems(new, user)]
    if actor.user_id != user.pk or not user.check_password(old):
        reasons.insert(0, Reason("old_password", _("The present password is not right.")))
    if reasons:
        raise Refused(reasons)
    with transaction.atomic():
        user.set_password(new)
        user.save(update_fields=["password"])
        note("user.change_password", subject=user, actor=actor, now=now)
    return user
