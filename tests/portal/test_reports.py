"""The report of reviews is Wagtail's in what it shows and whom it refuses."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.accounts.factories import PostFactory
from tests.catalog.factories import save_draft

pytestmark = pytest.mark.django_db
ADDRESSES = ["wagtailadmin_reports:workflow", "wagtailadmin_reports:workflow_results"]


@pytest.mark.parametrize("name", ADDRESSES)
def test_it_is_for_those_who_edit_or_publish(name, client_for):
    assert Client().get(reverse(name)).status_code == 302
    assert client_for(PostFactory(clerk=True).user).get(reverse(name)).status_code == 302


def test_a_review_that_waits_is_shown_with_its_task(item, editor, client_for):
    item = save_draft(item, editor, summary="满八十岁的老人每月可以领津贴。")
    task = item.get_workflow().start(item, editor).current_task_state.task
    answer = client_for(editor).get(reverse(ADDRESSES[0]))
    (state,) = answer.context["object_list"]
    assert [told.name for told in state.all_tasks_with_status] == [task.name]
    assert item.name in answer.content.decode()
