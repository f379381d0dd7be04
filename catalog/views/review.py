"""The second person's page: what changed, what the gate says, approve or send back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from catalog.differences import differences
from catalog.drafts import content_of
from catalog.findings import findings
from catalog.models.review import APPROVE
from catalog.views.pages import ItemPage
from core.errors import Refused

REJECT = "reject"


class ReviewView(ItemPage):
    template_name = "catalog/admin/review.html"

    def get_page_title(self) -> str:
        return _("Review of the draft")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        state = self.item.current_workflow_state
        task_state = self.item.current_workflow_task_state
        version = self.item.current_version
        return {
            **super().get_context_data(**kwargs),
            "draft": self.draft,
            "state": state,
            "edited_by": self.item.latest_revision.user if self.item.latest_revision else None,
            "task_state": task_state,
            "version": version,
            "changes": differences(version.facts, content_of(self.draft)) if version else [],
            "found": findings(self.draft),
            "actions": self.actions(),
            "preview_url": self.preview_url(),
        }

    def actions(self) -> set[str]:
        """What the person before the screen may do now."""
        task = self.item.current_workflow_task
        return {name for name, _label, _modal in task.get_actions(self.item, self.request.user)} if task else set()

    def preview_url(self) -> str:
        revision = self.item.latest_revision
        if revision is None:
            return ""
        return reverse(self.item.snippet_viewset.get_url_name("preview_draft"), args=[self.item.pk])

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        action, comment = request.POST.get("action", ""), request.POST.get("comment", "").strip()
        if action not in (APPROVE, REJECT) or action not in self.actions():
            messages.error(request, _("This draft cannot be reviewed by you now: nothing was changed."))
            return self.back("review")
        if action == REJECT and not comment:
            messages.error(request, _("Say what has to be changed: the editor reads it."))
            return self.back("review")
        return self._act(request, action, comment)

    def _act(self, request: HttpRequest, action: str, comment: str) -> HttpResponse:
        task, state = self.item.current_workflow_task, self.item.current_workflow_task_state
        if str(self.item.latest_revision_id) != request.POST.get("revision"):
            messages.error(request, _("The draft has been changed meanwhile. Please look at it again."))
            return self.back("review")
        try:
            with transaction.atomic():
                task.on_action(state, request.user, action, comment=comment)
        except Refused as refused:
            self.refuse(request, refused)
            return self.back("review")
        told = _("Published: %(item)s") if action == APPROVE else _("Sent back to the editor: %(item)s")
        messages.success(request, told % {"item": self.item.name})
        return self.back("versions")
