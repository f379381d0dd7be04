"""The editing form of an item: saving is never blocked, submitting is, and nothing is published from here."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import ChecksSidePanel
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn
from wagtail.snippets.views.snippets import CreateView, EditView, IndexView, WorkflowActionView

from catalog.findings import as_message, findings
from catalog.models import ServiceItem
from catalog.side_panels import GateSidePanel
from core.errors import Refused

# Wagtail's own ways past the gate and past the second person.
CLOSED = {"publish", "workflow-action"}


class GateMixin:
    """Submitting asks the gate first; what was typed is saved in any case."""

    request: HttpRequest
    object: Any

    def get_available_actions(self) -> list[str]:
        return [action for action in super().get_available_actions() if action not in CLOSED]  # type: ignore[misc]  # a mixin's super

    def submit_action(self) -> HttpResponse | None:
        draft = self.object.get_latest_revision_as_object()
        found = findings(draft)
        if not found:
            response: HttpResponse | None = super().submit_action()  # type: ignore[misc]  # a mixin's super
            return response
        edit_url = reverse(ServiceItem.snippet_viewset.get_url_name("edit"), args=[self.object.pk])
        messages.error(self.request, as_message(found, edit_url=edit_url))
        return redirect(edit_url)

    def restart_workflow_action(self) -> HttpResponse | None:
        """Starting the review again is submitting again."""
        return self.submit_action()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The heading that Wagtail's form of a snippet has for eyes only."""
        context: dict[str, Any] = super().get_context_data(**kwargs)  # type: ignore[misc]  # a mixin's super
        return {**context, "title": str(self.object) if self.object else self.get_page_subtitle()}  # type: ignore[attr-defined]  # Wagtail's view

    def get_side_panels(self) -> MediaContainer:
        panels = [panel for panel in super().get_side_panels() if not isinstance(panel, ChecksSidePanel)]  # type: ignore[misc]  # a mixin's super
        if self.object is not None and self.object.pk:
            panels.append(GateSidePanel(self.object, self.request))
        return MediaContainer(panels)


class ItemCreateView(GateMixin, CreateView):
    pass


class ItemEditView(GateMixin, EditView):
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Reviewers read and decide on a page of their own; they do not edit what they approve."""
        may_edit = self.permission_policy.user_has_permission(request.user, "change")
        may_view = self.permission_policy.user_has_permission(request.user, "view")
        if may_view and not may_edit:
            return redirect(reverse(ServiceItem.snippet_viewset.get_url_name("review"), args=[self.object.pk]))
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response


class ItemIndexView(IndexView):
    def get_base_queryset(self) -> Any:
        items = super().get_base_queryset()
        return items.select_related("department", "current_version").prefetch_related("workflow_states")

    @cached_property
    def columns(self) -> list[Any]:
        """Without the boxes for many at once: nothing can be done with many items at once."""
        return [column for column in super().columns if not isinstance(column, BulkActionsCheckboxColumn)]

    def get_edit_url(self, instance: ServiceItem) -> str:
        url: str | None = super().get_edit_url(instance)
        return url or reverse(ServiceItem.snippet_viewset.get_url_name("versions"), args=[instance.pk])


class ItemWorkflowActionView(WorkflowActionView):
    """Approving from Wagtail's own lists ends in the same verb, and its refusals are told the same way."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            response: HttpResponse = super().post(request, *args, **kwargs)
        except Refused as refused:
            for reason in refused.reasons:
                messages.error(request, reason.text)
            return redirect(reverse(ServiceItem.snippet_viewset.get_url_name("review"), args=[self.object.pk]))
        return response
