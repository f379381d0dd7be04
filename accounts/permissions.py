"""What a login may do, by its groups and by itself, in one statement: every request of the back office asks for it."""

from __future__ import annotations

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import connection, models

from accounts.models import User


def _table(model: type[models.Model]) -> str:
    return str(model._meta.db_table)


# Django's own way asks twice, once through groups, and puts both queries together anew each time.
_HELD = f"""
SELECT kind.app_label, permission.codename
FROM {_table(Permission)} permission JOIN {_table(ContentType)} kind ON kind.id = permission.content_type_id
WHERE permission.id IN (
    SELECT permission_id FROM {_table(User.user_permissions.through)} WHERE user_id = %s
    UNION ALL
    SELECT granted.permission_id
    FROM {_table(Group.permissions.through)} granted
    JOIN {_table(User.groups.through)} member ON member.group_id = granted.group_id
    WHERE member.user_id = %s
)"""  # noqa: S608 - names of tables


def held_permissions(user_id: int) -> set[str]:
    """`app.codename` of everything granted to the login or to one of its groups; a superuser is not looked for."""
    with connection.cursor() as cursor:
        cursor.execute(_HELD, [user_id, user_id])
        return {f"{app}.{codename}" for app, codename in cursor.fetchall()}
