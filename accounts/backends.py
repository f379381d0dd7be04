"""Signing in: residents by mobile or identity number, staff by name."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.db.models import BigAutoField
from django.http import HttpRequest

from accounts.login_names import is_phone, is_staff_name, tidy_number
from accounts.models import User
from accounts.permissions import held_permissions
from core.fields import blind_index
from core.prepared import Prepared

_WITH_PROFILE = Prepared(
    lambda pk: User.objects.select_related("wagtail_userprofile", "resident").filter(pk=pk).order_by(),
    pk=BigAutoField(),
)


class LoginNameBackend(ModelBackend):
    """Finds the login by the name typed, in the same time whether it exists or not.

    A telephone shared by several residents names none of them: they sign in with the identity number.
    """

    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **kwargs: Any
    ) -> User | None:
        if not username or not password:
            return None
        user = user_named(username)
        if user is None:
            User().set_password(password)
            return None
        right = user.check_password(password)
        return user if right and self.user_can_authenticate(user) else None

    def get_user(self, user_id: int) -> User | None:
        """With what every request asks of its login."""
        user = _WITH_PROFILE.first(pk=user_id)
        return user if user is not None and self.user_can_authenticate(user) else None

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        """As Django's, kept on the login for this request."""
        if obj is not None or user_obj.is_anonymous or not user_obj.is_active:
            return set()
        if user_obj.is_superuser:
            return set(super().get_all_permissions(user_obj))
        if not hasattr(user_obj, "_perm_cache"):
            user_obj._perm_cache = held_permissions(user_obj.pk)
        kept: set[str] = user_obj._perm_cache
        return kept


def user_named(name: str) -> User | None:
    """The one login this name means, or None."""
    name = name.strip()
    number = tidy_number(name)
    if is_staff_name(name) or not number:
        return User.objects.filter(username=name).first()
    column = "phone_index" if is_phone(number) else "id_number_index"
    found = User.objects.filter(**{f"resident__{column}": blind_index(number)})[:2]
    return found[0] if len(found) == 1 else None


def lock_name(request: HttpRequest | None, credentials: dict[str, Any] | None = None) -> str:
    """The name under which failed attempts are counted: a number is kept only as its keyed hash."""
    typed = request.POST.get("username", "") if request is not None else ""
    name = str(typed or (credentials or {}).get("username") or "").strip()
    return name[:150] if is_staff_name(name) else blind_index(tidy_number(name))
