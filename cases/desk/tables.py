"""Columns of the case list. Names are masked here as everywhere."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn

from cases.desk.lights import light_of
from cases.desk.wording import STATUS_TONES
from cases.dues import day_text
from cases.models import Case
from core.masking import mask_name
from core.text import format_day
from places.calendar import county_calendar


def case_url(case: Case) -> str:
    return reverse("desk:case", args=[case.public_id])


def holder(case: Case) -> str:
    """The masked holder, with the agent's name when somebody acts for her: both names stand everywhere."""
    agent = case.application.agent
    name = mask_name(case.applicant.name)
    return f"{name}（代理人：{agent.display_name}）" if agent else name


class LabelledColumn(Column):
    """Says its heading again where the row is a card, on a phone."""

    cell_template_name = "cases/desk/cells/plain.html"


class DayColumn(LabelledColumn):
    """A day; where it is narrow only the weekday goes to a second line."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"classname": "desk-day", **kwargs})

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        return {**context, "value": self.words(context["value"], parent_context["request"])}

    def words(self, day: Any, request: Any) -> str:
        return format_day(day)


class LastDayColumn(DayColumn):
    """A last day with 暂定 where it may move, by the county's calendar, which is asked for once."""

    def words(self, day: Any, request: Any) -> str:
        if not hasattr(request, "county_calendar"):
            request.county_calendar = county_calendar()
        return day_text(day, request.county_calendar)


class StateColumn(Column):
    """Where a row stands, in a word and its tone. `told`: row -> (word, tone)."""

    cell_template_name = "cases/desk/cells/status.html"

    def __init__(self, name: str, *, told: Callable[[Any], tuple[str, str]], **options: Any) -> None:
        super().__init__(name, **options)
        self.told = told

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        label, tone = self.told(instance)
        return {**context, "label": label, "tone": tone}


def state_of(case: Case) -> tuple[str, str]:
    return case.get_status_display(), STATUS_TONES.get(case.status, "")


class DueColumn(Column):
    """The running deadline with its light in word and shape."""

    cell_template_name = "cases/desk/cells/due.html"

    def get_cell_context_data(self, instance: Case, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        return {**context, "light": light_of(instance, timezone.localdate()), "case": instance}


COLUMNS = [
    TitleColumn(
        "number", label=_("Case number"), get_url=case_url, sort_key="number", link_attrs={"data-desk-row": ""}
    ),
    Column("item", label=_("Service item"), accessor="version.name"),
    LabelledColumn("holder", label=_("Applicant"), accessor=holder),
    LabelledColumn("region", label=_("Village or community"), accessor="region.full_name"),
    LabelledColumn("unit", label=_("Competent unit"), accessor="unit.name"),
    DayColumn("received_at", label=_("Received on"), sort_key="received_at"),
    StateColumn("status", told=state_of, label=_("Status")),
    DueColumn("due_on", label=_("Due"), sort_key="due_on"),
]


def unsorted(columns: list[Any]) -> list[Any]:
    """The same columns for a table that shows the head of a queue: another order would show other cases."""
    fixed = [copy(column) for column in columns]
    for column in fixed:
        column.sort_key, column.header = None, Column.Header(column)  # the header keeps its column
    return fixed
