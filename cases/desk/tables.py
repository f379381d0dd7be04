"""Columns of the case list. Names are masked here as everywhere."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn

from cases.desk.lights import light_of
from cases.desk.wording import STATUS_TONES
from cases.models import Case
from core.masking import mask_name
from core.text import format_day

# What a row never shows and what would be read and decrypted for every one of them.
NOT_IN_ROWS = (
    "version__content",
    "application__answers",
    "application__situations",
    "applicant__id_number",
    "applicant__phone",
)


def case_url(case: Case) -> str:
    return reverse("desk:case", args=[case.public_id])


def holder(case: Case) -> str:
    """The masked holder, with the agent's name when somebody acts for her: both names stand everywhere."""
    agent = case.application.agent
    name = mask_name(case.applicant.name)
    return f"{name}（代理人：{agent.display_name}）" if agent else name


class StatusColumn(Column):
    cell_template_name = "cases/desk/cells/status.html"

    def get_cell_context_data(self, instance: Case, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        return {**context, "label": instance.get_status_display(), "tone": STATUS_TONES.get(instance.status, "")}


class DueColumn(Column):
    """The running deadline with its light in word and shape."""

    cell_template_name = "cases/desk/cells/due.html"

    def get_cell_context_data(self, instance: Case, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        return {**context, "light": light_of(instance, timezone.localdate()), "due": instance.due_on, "case": instance}


COLUMNS = [
    TitleColumn(
        "number", label=_("Case number"), get_url=case_url, sort_key="number", link_attrs={"data-desk-row": ""}
    ),
    Column("item", label=_("Service item"), accessor="version.name"),
    Column("holder", label=_("Applicant"), accessor=holder),
    Column("region", label=_("Village or community"), accessor="region.full_name"),
    Column("unit", label=_("Competent unit"), accessor="unit.name"),
    Column("received_at", label=_("Received on"), accessor=lambda c: format_day(c.received_at), sort_key="received_at"),
    StatusColumn("status", label=_("Status")),
    DueColumn("due_on", label=_("Due"), sort_key="due_on"),
]
