"""A login for somebody whom the window knows: opened by the clerk, taken into use by the resident with a code.

The clerk never knows a password. The code stands on the slip that is handed over the counter, and nowhere else.
"""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.actors import Actor
from accounts.ages import GUARDIAN_AGE, age_on
from accounts.domain.audit import note
from accounts.domain.identity import confirm_person
from accounts.domain.messages import send_message
from accounts.domain.register import login_name, password_problems
from accounts.login_names import is_phone, tidy_number
from accounts.models import LoginCode, Resident, User
from accounts.policies import may_find_residents, may_reveal
from core.errors import Reason, Refused
from core.fields import blind_index
from core.identifiers import phone_problem

DIGITS = 8
ATTEMPTS = 5
VALID_FOR = timedelta(days=3)


def open_login(*, resident: Resident, phone: str, actor: Actor, now: datetime) -> str:
    """At the window, card seen, telephone hers: returns the code for `activate_login`, shown once and never again.

    A login that is there already is closed at once, with its sessions, until the code is used: she has forgotten the
    password, or somebody else had opened it in her name.
    """
    number = tidy_number(phone)
    if reasons := _reasons_against(resident, number, actor, now):
        raise Refused(reasons)
    code = "".join(secrets.choice("0123456789") for _digit in range(DIGITS))
    with transaction.atomic():
        locked = Resident.objects.select_for_update(of=("self",)).select_related("user").get(pk=resident.pk)
        confirm_person(resident=locked, actor=actor, now=now)
        if locked.phone != number:
            locked.phone, locked.phone_index = number, blind_index(number)
            locked.save(update_fields=["phone", "phone_index"])
        if locked.user is not None:
            locked.user.set_unusable_password()
            locked.user.save(update_fields=["password"])
        locked.login_codes.filter(used_at=None, expires_at__gt=now).update(expires_at=now)
        LoginCode.objects.create(
            resident=locked,
            code_hash=make_password(code),
            issued_by_id=actor.user_id,
            issued_at=now,
            expires_at=now + VALID_FOR,
        )
        note("resident.open_login", subject=locked, actor=actor, now=now, renewed=locked.user_id is not None)
    return code


def _reasons_against(resident: Resident, phone: str, actor: Actor, now: datetime) -> list[Reason]:
    today = timezone.localdate(now)
    if not may_find_residents(actor) or not may_reveal(actor=actor, resident=resident, on=today):
        return [Reason("role", _("Only staff who serve this person can open a login for her."))]
    if resident.user_id is not None and resident.user_id == actor.user_id:
        return [Reason("role", _("Change your own password in your profile."))]
    if resident.user is not None and (resident.user.is_staff or resident.user.posts.exists()):
        return [Reason("role", _("This is the login of a member of staff. The system administrator opens it."))]
    reasons = []
    if resident.birth_on and age_on(resident.birth_on, today) < GUARDIAN_AGE:
        text = _("Children under 14 have no login. Their guardian applies for them, at the window or with a helper.")
        reasons.append(Reason("role", text, "个人信息保护法 第31条"))
    if problem := phone_problem(phone):
        reasons.append(Reason("phone", str(problem)))
    return reasons


def activate_login(*, number: str, code: str, password: str, now: datetime) -> User:
    """The resident chooses her password with the code of the slip; `number` is her telephone or identity number.

    One sentence for a wrong code, an old one and an unknown number. Five wrong attempts end the code.
    """
    if problems := password_problems(password):
        raise Refused([Reason("password", text) for text in problems])
    found = _open_code(number, now)
    if found is None or not _is_right(found, code):
        raise Refused(
            [
                Reason(
                    "code",
                    _("Number and code do not fit together, or the code has expired. Get a new one at a window."),
                )
            ]
        )
    with transaction.atomic():
        resident = Resident.objects.select_for_update(of=("self",)).select_related("user").get(pk=found.resident_id)
        if not LoginCode.objects.filter(pk=found.pk, used_at=None).update(used_at=now):
            raise Refused([Reason("code", _("This code has been used already. Sign in with your password."))])
        user = resident.user or User(username=login_name(), display_name=resident.name)
        user.set_password(password)
        user.save()
        resident.user = user
        resident.save(update_fields=["user"])
        actor = Actor(name=resident.name, user_id=user.pk, resident_id=resident.pk)
        note("resident.activate_login", subject=resident, actor=actor, now=now)
        send_message(
            resident=resident,
            title=_("Your login is open"),
            body=_("It was opened with the code from the window. If this was not you, go to any window at once."),
            link="",
            now=now,
        )
    return user


def _open_code(number: str, now: datetime) -> LoginCode | None:
    """The code in force of the one resident this number names."""
    tidy = tidy_number(number)
    column = "phone_index" if is_phone(tidy) else "id_number_index"
    people = list(Resident.objects.filter(**{column: blind_index(tidy)}).order_by("pk")[:2]) if tidy else []
    code = people[0].login_codes.first() if len(people) == 1 else None
    return code if code is not None and code.is_open(now=now) and code.attempts < ATTEMPTS else None


def _is_right(found: LoginCode, code: str) -> bool:
    """Counts the attempt before it compares, so that many at once are counted too."""
    counted = LoginCode.objects.filter(pk=found.pk, attempts__lt=ATTEMPTS).update(attempts=F("attempts") + 1)
    return bool(counted) and check_password(tidy_number(code), found.code_hash)
