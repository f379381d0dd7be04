"""Logins of staff: opened, changed and closed by the system administrator."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.actors import Actor
from accounts.domain.audit import note
from accounts.domain.register import password_problems
from accounts.login_names import is_staff_name
from accounts.models import User
from accounts.policies import may_manage_posts
from core.errors import Reason, Refused


def open_staff_login(*, username: str, display_name: str, password: str, actor: Actor, now: datetime) -> User:
    """A login without any post yet; raises `Refused`, `Reason.code` names the field."""
    name, shown = username.strip(), display_name.strip()
    reasons = [Reason("password", text) for text in password_problems(password)]
    if not may_manage_posts(actor):
        reasons.append(_only_admin())
    if not is_staff_name(name) or len(name) > 150 or not name.replace("_", "a").replace(".", "a").isalnum():
        reasons.append(
            Reason("username", _("A staff name begins with a letter; letters, digits, dots and fewer than 6 digits."))
        )
    elif User.objects.filter(username__iexact=name).exists():
        reasons.append(Reason("username", _("This name is taken.")))
    if not shown or len(shown) > 50:
        reasons.append(Reason("display_name", _("Enter the name of the person, at most 50 characters.")))
    if reasons:
        raise Refused(reasons)
    with transaction.atomic():
        user = User(username=name, display_name=shown)
        user.set_password(password)
        user.save()
        note("user.open", subject=user, actor=actor, now=now, username=name)
    return user


def change_staff_login(
    *, user: User, display_name: str, is_active: bool, password: str, actor: Actor, now: datetime
) -> User:
    """Name, closed or open, and a new password when one is given; a resident's login is out of reach here."""
    reasons = [Reason("password", text) for text in password_problems(password, user)] if password else []
    if not may_manage_posts(actor):
        reasons.append(_only_admin())
    if hasattr(user, "resident"):
        reasons.append(Reason("user", _("The login of a resident is not managed here.")))
    if user.pk == actor.user_id and not is_active:
        reasons.append(Reason("is_active", _("You cannot close your own login.")))
    if not display_name.strip():
        reasons.append(Reason("display_name", _("Enter the name of the person, at most 50 characters.")))
    if reasons:
        raise Refused(reasons)
    with transaction.atomic():
        locked = User.objects.select_for_update().get(pk=user.pk)
        locked.display_name, locked.is_active = display_name.strip(), is_active
        if password:
            locked.set_password(password)
        locked.save(update_fields=["display_name", "is_active", "password"])
        note("user.change", subject=locked, actor=actor, now=now, active=is_active, new_password=bool(password))
    return locked


def _only_admin() -> Reason:
    return Reason("role", _("Only the system administrator manages staff logins."), "domain.md §11")
