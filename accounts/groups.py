"""The four groups of the back office. They open doors of the admin only; what may be done there, the policies say."""

from __future__ import annotations

from collections.abc import Iterable

from accounts.models import Role

STAFF = "工作人员"
EDITORS = "内容编辑"
PUBLISHERS = "内容发布"
ADMINS = "系统管理员"
ALL = (STAFF, EDITORS, PUBLISHERS, ADMINS)

BY_ROLE = {Role.ITEM_EDITOR: EDITORS, Role.ITEM_PUBLISHER: PUBLISHERS, Role.SYS_ADMIN: ADMINS}


def groups_of(roles: Iterable[str]) -> set[str]:
    """The names of the groups whose door these roles need."""
    held = set(roles)
    return ({STAFF} if held else set()) | {group for role, group in BY_ROLE.items() if role in held}
