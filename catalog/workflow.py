"""The second-person review of the items: its workflow, and who may open the items in the back office."""

from __future__ import annotations

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import Workflow, WorkflowContentType, WorkflowTask

from accounts import groups
from catalog.models import SecondPersonTask, ServiceItem
from catalog.models.review import editors_of

__all__ = ["SecondPersonTask", "editors_of", "open_items", "set_up_item_review"]

WORKFLOW = "事项发布审核"
TASK = "事项第二人审核"
PERMISSIONS = {
    groups.EDITORS: (
        *("add_serviceitem", "change_serviceitem", "view_serviceitem"),
        *("add_onething", "change_onething", "view_onething"),
    ),
    groups.PUBLISHERS: ("view_serviceitem", "view_onething"),
}


@transaction.atomic
def set_up_item_review() -> None:
    """Workflow with its one task, for all items. A workflow that somebody chose instead is left alone."""
    items = ContentType.objects.get_for_model(ServiceItem)
    if WorkflowContentType.objects.filter(content_type=items).exists():
        return
    publishers, _created = Group.objects.get_or_create(name=groups.PUBLISHERS)
    task, _created = SecondPersonTask.objects.get_or_create(name=TASK)
    task.groups.add(publishers)
    workflow, _created = Workflow.objects.get_or_create(name=WORKFLOW)
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task.task_ptr, defaults={"sort_order": 0})
    WorkflowContentType.objects.create(content_type=items, workflow=workflow)


def open_items() -> None:
    """Editors edit, publishers read; nobody has Wagtail's own right to publish, since the gate would not be asked."""
    for name, codenames in PERMISSIONS.items():
        group, _created = Group.objects.get_or_create(name=name)
        found = Permission.objects.filter(content_type__app_label="catalog", codename__in=codenames)
        group.permissions.add(*found)
