"""Second-person review in Wagtail's workflow (V14): whoever edited may not approve, for items and pages alike."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask

APPROVE = "approve"


class SecondPersonTask(AbstractGroupApprovalTask):
    """A group approval that the editors of the revisions under review cannot give themselves."""

    class Meta:
        verbose_name = _("Review by a second person")
        verbose_name_plural = _("Reviews by a second person")

    @classmethod
    def get_description(cls) -> Any:
        return _("Somebody of the chosen groups who did not edit the draft approves it.")

    def get_actions(self, obj: Any, user: Any) -> Any:
        actions = super().get_actions(obj, user)
        if user.pk in editors_of(obj):
            return [action for action in actions if action[0] != APPROVE]
        return actions

    def on_action(self, task_state: Any, user: Any, action_name: str, **kwargs: Any) -> Any:
        """Asked once more at the act: Wagtail saves what the approver typed into the form before it comes here."""
        if action_name == APPROVE and user.pk in editors_of(task_state.workflow_state.content_object):
            raise PermissionDenied(_("You edited this draft. A second person must publish it."))
        return super().on_action(task_state, user, action_name, **kwargs)


def editors_of(obj: Any) -> set[int]:
    """Everybody who saved a revision since the live one; everybody who ever did, when nothing is live."""
    revisions = obj.revisions.exclude(user=None)
    if obj.live_revision_id:
        revisions = revisions.filter(pk__gt=obj.live_revision_id)
    return set(revisions.order_by().values_list("user_id", flat=True).distinct())
