"""The landing of each post: numbers that are links, and below them the queue itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import Table

from accounts.actors import Actor
from accounts.models import Role
from cases.desk.queues import BY_KEY, COUNT_TO, HANDLING, cases_in, main_queue, queues_of
from cases.desk.tables import COLUMNS, unsorted
from cases.models import Application, Case, Supervision
from cases.queries.cases import NOT_IN_ROWS
from cases.queries.visits import visits_of

ROWS = 15


@dataclass(frozen=True)
class Figure:
    """One number of the workbench. `tone` is given only when the number is not 0."""

    label: str
    number: int
    url: str
    tone: str = ""

    @property
    def shown(self) -> str:
        return f"{COUNT_TO - 1}+" if self.number >= COUNT_TO else str(self.number)


def figures_of(actor: Actor, today: date) -> list[Figure]:
    figures = []
    for queue in queues_of(actor):
        count = cases_in(queue, actor, today).order_by()[:COUNT_TO].count()
        url = reverse("desk:cases") + "?" + urlencode({"queue": queue.key})
        figures.append(Figure(str(queue.label), count, url, queue.tone if count else ""))
    figures += _supervision(actor)
    if actor.has_role(Role.WINDOW_CLERK):
        visits = visits_of(actor).filter(visit_on=today)[:COUNT_TO].count()
        figures.append(Figure(_("Home visits today"), visits, reverse("desk:visits")))
    return figures


def _supervision(actor: Actor) -> list[Figure]:
    """For the head what she has to answer, for the supervisor what is open and what waits to be closed."""
    orders, base = Supervision.objects.visible_to(actor), reverse("desk:supervisions")
    shown = []
    if actor.has_role(Role.UNIT_HEAD):
        number = orders.unanswered()[:COUNT_TO].count()
        shown.append(
            Figure(_("Supervision orders to answer"), number, f"{base}?state=unanswered", "red" if number else "")
        )
    if actor.has_role(Role.SUPERVISOR):
        number = orders.open()[:COUNT_TO].count()
        shown.append(Figure(_("Open supervision orders"), number, f"{base}?state=open", "amber" if number else ""))
        answered = orders.to_close()[:COUNT_TO].count()
        shown.append(Figure(_("Answered, to be closed"), answered, f"{base}?state=to_close"))
    return shown


def red_by_unit(actor: Actor, today: date) -> list[dict[str, Any]]:
    """For the supervisor: how many overdue cases each unit has, the worst first, each with its list."""
    overdue = BY_KEY["overdue"]
    rows = cases_in(overdue, actor, today).order_by().values("unit_id", "unit__name").annotate(count=Count("id"))
    base = reverse("desk:cases") + "?"
    return [
        {
            "name": row["unit__name"],
            "count": row["count"],
            "url": base + urlencode({"queue": overdue.key, "unit": row["unit_id"]}),
        }
        for row in rows.order_by("-count", "unit__name")[:50]
    ]


class WorkbenchPanel(Component):
    """Everything a post has to do today. A post without cases gets no panel."""

    order = 10
    template_name = "cases/desk/workbench.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        request = parent_context["request"]
        actor: Actor = request.actor
        today = timezone.localdate()
        return {
            "request": request,
            "actor": actor,
            "today": today,
            "figures": figures_of(actor, today),
            "queue": main_queue(actor),
            "table": self.table(actor, today),
            "red": red_by_unit(actor, today) if actor.has_role(Role.SUPERVISOR) else [],
            "is_clerk": actor.has_role(Role.WINDOW_CLERK),
            "decides": actor.has_role(Role.APPROVER, Role.UNIT_HEAD),
            "handles": actor.has_role(*HANDLING),
            "drafts": self.drafts(actor, today),
        }

    def table(self, actor: Actor, today: date) -> Table | None:
        queue = main_queue(actor)
        if queue is None or not actor.has_role(*HANDLING):
            return None
        rows: list[Case] = list(cases_in(queue, actor, today).for_list().defer(*NOT_IN_ROWS)[:ROWS])
        return Table(unsorted(COLUMNS), rows, caption=str(queue.label)) if rows else None

    def drafts(self, actor: Actor, today: date) -> list[Application]:
        """Intakes this clerk began and did not finish; nothing is lost when a session ends."""
        if not actor.has_role(Role.WINDOW_CLERK):
            return []
        begun = Application.objects.editable_by(actor, on=today).filter(created_by_id=actor.user_id)
        return list(begun.select_related("applicant").prefetch_related("cases__item")[:5])
