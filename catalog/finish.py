"""What an approved review ends in (`WAGTAIL_FINISH_WORKFLOW_ACTION`).

Wagtail reads this module while its own models are being loaded, so everything is imported when it is called.
"""

from __future__ import annotations

from typing import Any


def finish_workflow(workflow_state: Any, user: Any = None) -> None:
    """Items go through the gate and become a version (raises `Refused`); pages are published as Wagtail does it."""
    from django.utils import timezone
    from wagtail.workflows import publish_workflow_state

    from catalog.acting import publishing_actor
    from catalog.domain.publish import publish_item
    from catalog.models import ServiceItem

    item = workflow_state.content_object
    if not isinstance(item, ServiceItem):
        publish_workflow_state(workflow_state, user=user)
        return
    now = timezone.now()
    publish_item(item=item, actor=publishing_actor(user=user, on=timezone.localdate(now)), now=now)
