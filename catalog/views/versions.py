"""All versions of an item, the differences between two of them, and its state."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from catalog.conditions import CANCEL, PAUSE, RESUME, ItemAct
from catalog.differences import differences
from catalog.domain.state import cancel_item, pause_item, resume_item
from catalog.models import ItemVersion
from catalog.models.items import ItemState
from catalog.queries import versions_of
from catalog.views.pages import ItemPage
from core.errors import Refused
from flow.conditions import unmet


class VersionsView(ItemPage):
    template_name = "catalog/admin/versions.html"

    def get_page_title(self) -> str:
        return _("Versions")

    @cached_property
    def versions(self) -> list[ItemVersion]:
        return list(versions_of(self.item))

    def chosen(self) -> tuple[ItemVersion | None, ItemVersion | None]:
        """The pair to compare: as asked for, else the newest and the one before it."""
        by_number = {str(version.number): version for version in self.versions}
        new = by_number.get(self.request.GET.get("new", "")) or (self.versions[0] if self.versions else None)
        old = by_number.get(self.request.GET.get("old", ""))
        if old is None and new is not None:
            old = by_number.get(str(new.number - 1))
        return old, new

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        old, new = self.chosen()
        act = ItemAct(self.item, self.actor())
        return {
            **super().get_context_data(**kwargs),
            "versions": self.versions,
            "old": old,
            "new": new,
            "changes": differences(old.facts, new.facts) if old and new else [],
            "acts": [
                {"name": name, "label": label, "why_not": " ".join(reason.text for reason in unmet(conditions, act))}
                for name, label, conditions in self.offered()
            ],
            "is_in_use": self.item.state == ItemState.IN_USE,
        }

    def offered(self) -> list[tuple[str, str, Any]]:
        first = ("resume", _("Resume"), RESUME) if self.item.state == ItemState.PAUSED else ("pause", _("Pause"), PAUSE)
        return [first, ("cancel", _("Cancel for good"), CANCEL)]


class StateView(ItemPage):
    """POST only: pause, resume or cancel."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        reason, now = request.POST.get("reason", ""), timezone.now()
        try:
            match request.POST.get("act"):
                case "pause":
                    pause_item(item=self.item, reason=reason, actor=self.actor(), now=now)
                case "resume":
                    resume_item(item=self.item, actor=self.actor(), now=now)
                case "cancel":
                    cancel_item(item=self.item, reason=reason, actor=self.actor(), now=now)
                case _:
                    return self.back("versions")
            messages.success(request, _("The state of the item was changed."))
        except Refused as refused:
            self.refuse(request, refused)
        return self.back("versions")
