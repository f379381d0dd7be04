from __future__ import annotations

from typing import Any

from django.utils.decorators import method_decorator
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.account import (
    AccountView,
    ChangePasswordPanel,
    NotificationsSettingsPanel,
    ThemeSettingsPanel,
)
from wagtail.users.models import UserProfile

PANELS = (NotificationsSettingsPanel, ThemeSettingsPanel, ChangePasswordPanel)


@method_decorator(require_admin_access, name="dispatch")
class StaffAccountView(AccountView):
    """What staff may set for themselves. Their names are the administrator's, as papers are signed with them."""

    def get_panels(self) -> list[Any]:
        user = self.request.user
        profile = UserProfile.get_for_user(user)
        panels = [panel(self.request, user, profile) for panel in PANELS]
        return [panel for panel in panels if panel.is_active()]
