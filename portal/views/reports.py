"""Wagtail's report of reviews; each of its rows would ask for its tasks by itself."""

from __future__ import annotations

from typing import Any

from wagtail.admin.views.reports.workflows import WorkflowView

from catalog.views.history import told_tasks


class ReviewsReportView(WorkflowView):
    def decorate_paginated_queryset(self, object_list: Any) -> list[Any]:
        return told_tasks(super().decorate_paginated_queryset(object_list))
