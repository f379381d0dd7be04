"""Wagtail's report of reviews; each of its rows would ask for its tasks by itself."""

from __future__ import annotations

from typing import Any

from wagtail.admin.views.reports.workflows import WorkflowView

from catalog.views.history import tasks_of


class ReviewsReportView(WorkflowView):
    def decorate_paginated_queryset(self, object_list: Any) -> list[Any]:
        states: list[Any] = super().decorate_paginated_queryset(object_list)
        tasks = tasks_of(states)
        for state in states:
            state.all_tasks_with_status = tasks[state.pk]
        return states
