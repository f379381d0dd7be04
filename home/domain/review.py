"""The second-person review of all public pages, there from the first migrate on."""

from __future__ import annotations

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import Page, Workflow, WorkflowPage, WorkflowTask

from accounts import groups
from catalog.models import SecondPersonTask

WORKFLOW = "页面发布审核"
TASK = "页面第二人审核"
STOCK_WORKFLOW = "Moderators approval"
ROOT = "全部网站"
STOCK_ROOT = "Root"


@transaction.atomic
def set_up_review() -> None:
    """Workflow, its one task and its place at the root of all pages. A workflow somebody chose instead is left alone."""
    root = Page.objects.filter(depth=1).first()
    if root is None:
        return
    placed = WorkflowPage.objects.filter(page=root).select_related("workflow").first()
    if placed is not None and placed.workflow.name != STOCK_WORKFLOW:
        return
    workflow = _workflow()
    WorkflowPage.objects.update_or_create(page=root, defaults={"workflow": workflow})
    Workflow.objects.filter(name=STOCK_WORKFLOW).update(active=False)


def name_root() -> None:
    """What stands above all sites has an English name with Wagtail, and its editors read it on top of every list."""
    Page.objects.filter(depth=1, title=STOCK_ROOT).update(title=ROOT, draft_title=ROOT)


def open_settings() -> None:
    """Publishers keep what the frame of every page says."""
    publishers, _created = Group.objects.get_or_create(name=groups.PUBLISHERS)
    found = Permission.objects.filter(content_type__app_label="home", codename="change_sitesettings")
    publishers.permissions.add(*found)


def _workflow() -> Workflow:
    publishers, _created = Group.objects.get_or_create(name=groups.PUBLISHERS)
    task, _created = SecondPersonTask.objects.get_or_create(name=TASK)
    task.groups.add(publishers)
    workflow, _created = Workflow.objects.get_or_create(name=WORKFLOW)
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task.task_ptr, defaults={"sort_order": 0})
    return workflow
