"""The reviews an item has been through."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import TaskState, WorkflowState, WorkflowTask
from wagtail.snippets.views.snippets import WorkflowHistoryView


@dataclass(frozen=True)
class TaskTold:
    """A task of a review and how far it is there; `status` is '' for one that has not begun."""

    name: str
    status: str
    status_display: str


class ItemWorkflowHistoryView(WorkflowHistoryView):
    """Wagtail's rows ask for their tasks one by one; these have been told them."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return {**context, "workflow_states": told_tasks(context["workflow_states"])}


def told_tasks(states: Iterable[WorkflowState]) -> list[Any]:
    """The same reviews, each of which knows its tasks as `all_tasks_with_status`."""
    told: list[Any] = list(states)
    tasks = tasks_of(told)
    for state in told:
        state.all_tasks_with_status = tasks[state.pk]
    return told


def tasks_of(states: Iterable[WorkflowState]) -> dict[int, list[TaskTold]]:
    """What `WorkflowState.all_tasks_with_status` says of each, in two queries."""
    workflows = {state.pk: state.workflow_id for state in states}
    steps = WorkflowTask.objects.filter(workflow__in=set(workflows.values())).select_related("task")
    begun = TaskState.objects.filter(workflow_state__in=workflows).order_by("started_at", "pk")
    last = {
        (state, task): status for state, task, status in begun.values_list("workflow_state_id", "task_id", "status")
    }
    names = dict(TaskState.STATUS_CHOICES)
    told: dict[int, list[TaskTold]] = {state: [] for state in workflows}
    for step in steps.order_by("sort_order"):
        for state, workflow in workflows.items():
            if workflow == step.workflow_id:
                status = last.get((state, step.task_id), "")
                told[state].append(TaskTold(step.task.name, status, str(names.get(status, _("Not started")))))
    return told
