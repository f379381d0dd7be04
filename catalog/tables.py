"""Columns of the list of items."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, StatusTagColumn
from wagtail.models import WorkflowState

from catalog.models import ServiceItem
from catalog.models.items import ItemState


def version_words(item: ServiceItem) -> str:
    version = item.current_version
    return str(_("version %(number)s") % {"number": version.number} if version else _("not published"))


def draft_words(item: ServiceItem) -> str:
    """What is under way: a review, or changes that nobody has submitted."""
    states = {state.status for state in item.workflow_states.all()}
    if WorkflowState.STATUS_IN_PROGRESS in states:
        return str(_("under review"))
    if WorkflowState.STATUS_NEEDS_CHANGES in states:
        return str(_("sent back"))
    return str(_("changed draft")) if item.has_unpublished_changes else ""


VERSION = Column("version", label=_("version in use"), accessor=version_words, sort_key="current_version__number")
STATE = StatusTagColumn(
    "state",
    label=_("state of the item"),
    accessor="get_state_display",
    sort_key="state",
    primary=lambda item: item.state == ItemState.IN_USE,
)


class DraftColumn(Column):
    def get_value(self, instance: Any) -> str:
        return draft_words(instance)


DRAFT = DraftColumn("draft", label=_("draft"))
