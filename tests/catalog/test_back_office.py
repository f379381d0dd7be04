"""The item's way through the back office: edit, check, submit, review by a second person, version."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import WorkflowState

from accounts.models import User
from catalog.models import ServiceItem
from tests.catalog.factories import CONTENTS, save_draft

LIST = "/admin/snippets/catalog/serviceitem/"


def url(name: str, item: ServiceItem) -> str:
    return reverse(ServiceItem.snippet_viewset.get_url_name(name), args=[item.pk])


def form_data(client: Client, item: ServiceItem, **changes: Any) -> dict[str, Any]:
    """What the browser would send back for the editing form as it is shown."""
    form = client.get(url("edit", item)).context["form"]
    data: dict[str, Any] = {}
    for part in (form, *form.formsets.values()):
        bound = [part] if not hasattr(part, "management_form") else [part.management_form, *part.forms]
        for one in bound:
            for field in one:
                value = field.value()
                if value is True:
                    data[field.html_name] = "on"
                elif value is not None and value is not False:
                    shown = field.field.widget.format_value(value)
                    data[field.html_name] = "" if shown is None else shown
    return {**data, **changes}


def submit(client: Client, item: ServiceItem, **changes: Any) -> Any:
    return client.post(url("edit", item), form_data(client, item, **{"action-submit": "1", **changes}), follow=True)


def messages_of(response: Any) -> str:
    return " ".join(str(message) for message in response.context["messages"])


@pytest.fixture
def as_editor(client_for: Callable[..., Client], editor: User) -> Client:
    return client_for(editor)


@pytest.fixture
def as_publisher(client_for: Callable[..., Client], publisher: User) -> Client:
    return client_for(publisher)


@pytest.fixture
def submitted(item: ServiceItem, editor: User) -> ServiceItem:
    item = save_draft(item, editor, summary="满八十岁的老人每月可以领津贴。")
    item.get_workflow().start(item, editor)
    return ServiceItem.objects.get(pk=item.pk)


def decide(client: Client, item: ServiceItem, action: str, comment: str = "") -> Any:
    item.refresh_from_db()
    data = {"action": action, "comment": comment, "revision": item.latest_revision_id}
    return client.post(url("review", item), data, follow=True)


def test_a_draft_is_saved_however_wrong_it_is(item: ServiceItem, as_editor: Client) -> None:
    as_editor.post(url("edit", item), form_data(as_editor, item, complaint_phone="", result_name=""))
    item.refresh_from_db()
    assert item.get_latest_revision_as_object().complaint_phone == "" and item.complaint_phone != ""


def test_submitting_a_faulty_draft_saves_it_and_tells_everything_at_once(item: ServiceItem, as_editor: Client) -> None:
    response = submit(as_editor, item, complaint_phone="", result_name="")
    item.refresh_from_db()
    told = messages_of(response)
    assert "咨询电话和投诉电话都要填写" in told and "#tab-help" in told
    assert "办理结果的名称" in told and "#tab-money" in told
    assert item.get_latest_revision_as_object().complaint_phone == ""
    assert item.current_workflow_state is None


def test_submitting_a_good_draft_starts_the_review(item: ServiceItem, as_editor: Client) -> None:
    response = submit(as_editor, item, summary="满八十岁的老人每月可以领津贴。")
    item.refresh_from_db()
    assert "送审" not in messages_of(response)
    assert item.workflow_in_progress
    assert item.current_version.number == 1


def test_the_check_beside_the_form_links_to_the_tabs(item: ServiceItem, editor: User, as_editor: Client) -> None:
    save_draft(item, editor, complaint_phone="")
    page = as_editor.get(url("edit", item)).content.decode()
    assert 'href="#tab-help"' in page and 'id="tab-help"' in page


def test_an_editor_can_neither_publish_nor_approve(submitted: ServiceItem, as_editor: Client) -> None:
    page = as_editor.get(url("edit", submitted)).content.decode()
    assert 'name="action-publish"' not in page and "data-workflow-action-name" not in page
    as_editor.post(url("edit", submitted), form_data(as_editor, submitted, **{"action-publish": "1"}))
    assert "不能审核" in messages_of(decide(as_editor, submitted, "approve"))
    submitted.refresh_from_db()
    assert submitted.current_version.number == 1


def test_the_reviewer_sees_what_changes_and_no_editing_form(submitted: ServiceItem, as_publisher: Client) -> None:
    response = as_publisher.get(url("edit", submitted), follow=True)
    page = response.content.decode()
    assert response.redirect_chain[-1][0] == url("review", submitted)
    assert "满八十岁的老人每月可以领津贴。" in page and CONTENTS[submitted.key].summary in page


def test_approving_publishes_the_next_version(submitted: ServiceItem, publisher: User, as_publisher: Client) -> None:
    response = decide(as_publisher, submitted, "approve")
    submitted.refresh_from_db()
    assert "已发布" in messages_of(response)
    assert submitted.current_version.number == 2 and submitted.current_version.published_by == publisher
    assert submitted.current_workflow_state is None


def test_sending_back_wants_words_and_leaves_the_version(submitted: ServiceItem, as_publisher: Client) -> None:
    assert "请写明要改什么" in messages_of(decide(as_publisher, submitted, "reject"))
    decide(as_publisher, submitted, "reject", "请写明标准。")
    submitted.refresh_from_db()
    assert submitted.current_workflow_state.status == "needs_changes"
    assert submitted.current_version.number == 1


def test_a_draft_changed_since_the_page_was_opened_is_not_approved(
    submitted: ServiceItem, editor: User, as_publisher: Client
) -> None:
    seen = submitted.latest_revision_id
    save_draft(submitted, editor, summary="又改了。")
    response = as_publisher.post(url("review", submitted), {"action": "approve", "revision": seen}, follow=True)
    submitted.refresh_from_db()
    assert "刚刚有了新的修改" in messages_of(response) and submitted.current_version.number == 1


def test_a_refusal_of_the_gate_at_the_last_moment_leaves_the_review_open(
    submitted: ServiceItem, editor: User, as_publisher: Client
) -> None:
    save_draft(submitted, editor, complaint_phone="")
    response = decide(as_publisher, submitted, "approve")
    submitted.refresh_from_db()
    assert "投诉电话" in messages_of(response)
    assert submitted.workflow_in_progress and submitted.current_version.number == 1


def test_wagtails_own_approval_ends_in_the_same_refusal(
    submitted: ServiceItem, editor: User, as_publisher: Client
) -> None:
    save_draft(submitted, editor, complaint_phone="")
    submitted.refresh_from_db()
    state = submitted.current_workflow_task_state
    address = reverse(
        ServiceItem.snippet_viewset.get_url_name("workflow_action"), args=[submitted.pk, "approve", state.pk]
    )
    response = as_publisher.post(address, {"comment": ""}, follow=True)
    submitted.refresh_from_db()
    assert "投诉电话" in messages_of(response) and submitted.current_version.number == 1


def test_versions_are_compared_field_by_field(submitted: ServiceItem, as_publisher: Client) -> None:
    decide(as_publisher, submitted, "approve")
    page = as_publisher.get(url("versions", submitted) + "?old=1&new=2").content.decode()
    assert "一句话说明办什么、谁能办" in page and "从第 1 版到第 2 版" in page
    assert as_publisher.get(url("versions", submitted) + "?old=x&new='").status_code == 200


def test_a_publisher_pauses_an_item_and_hears_why_not_twice(item: ServiceItem, as_publisher: Client) -> None:
    as_publisher.post(url("state", item), {"act": "pause", "reason": "系统升级"})
    item.refresh_from_db()
    assert item.get_state_display() == "暂停"
    again = as_publisher.post(url("state", item), {"act": "pause", "reason": "系统升级"}, follow=True)
    assert "不是在用状态" in messages_of(again)


def test_the_preview_shows_the_draft_as_a_resident_will_see_it(
    item: ServiceItem, editor: User, as_editor: Client, as_publisher: Client
) -> None:
    save_draft(item, editor, summary="预览里的新说法。")
    for client in (as_editor, as_publisher):
        page = client.get(url("preview_draft", item)).content.decode()
        assert "预览里的新说法。" in page and "这是预览" in page


def test_the_preview_beside_the_form_shows_what_is_typed(item: ServiceItem, as_editor: Client) -> None:
    address = url("preview_on_edit", item)
    answer = as_editor.post(address, form_data(as_editor, item, summary="刚刚输入的说法。"))
    assert json.loads(answer.content)["is_valid"]
    assert "刚刚输入的说法。" in as_editor.get(address).content.decode()


@pytest.mark.parametrize("name", ["edit", "versions", "review", "state", "preview_draft", "history"])
def test_a_clerk_has_no_way_in(item: ServiceItem, clerk: User, client_for: Callable[..., Client], name: str) -> None:
    client = client_for(clerk)
    response = client.post(url(name, item), {"act": "pause"}) if name == "state" else client.get(url(name, item))
    assert response.status_code in (302, 403)
    assert "高龄津贴" not in client.get(LIST, follow=True).content.decode()


@pytest.mark.parametrize("name", ["delete", "copy", "unpublish", "usage"])
def test_items_are_not_deleted_copied_or_taken_back(item: ServiceItem, as_editor: Client, name: str) -> None:
    assert as_editor.get(f"{LIST}{name}/{item.pk}/").status_code == 404


@pytest.mark.parametrize("query", ["高龄", "senior", "'", '"', "((", "& | !", "%", "\\", "𫖯", "x" * 500])
def test_the_search_takes_whatever_is_typed(item: ServiceItem, as_editor: Client, query: str) -> None:
    response = as_editor.get(LIST, {"q": query})
    assert response.status_code == 200
    assert ("高龄津贴申领" in response.content.decode()) == (query in ("高龄", "senior"))


def test_the_list_narrows_by_department_state_and_type(item: ServiceItem, as_editor: Client) -> None:
    shown = as_editor.get(LIST, {"department": item.department_id, "state": "1", "task_type": item.task_type})
    assert "高龄津贴申领" in shown.content.decode()
    assert "高龄津贴申领" not in as_editor.get(LIST, {"state": "2"}).content.decode()


def test_a_waiting_review_shows_on_the_workbenches(
    submitted: ServiceItem, as_publisher: Client, as_editor: Client
) -> None:
    for client in (as_publisher, as_editor):
        assert "高龄津贴申领" in client.get("/admin/").content.decode()


@pytest.mark.parametrize("address", ["workflow", "workflow_tasks", "site-history"])
def test_the_reports_open_while_a_review_waits(submitted: ServiceItem, as_publisher: Client, address: str) -> None:
    assert as_publisher.get(f"/admin/reports/{address}/").status_code == 200


def test_the_history_of_reviews_says_of_each_how_far_its_tasks_are(
    submitted: ServiceItem, as_editor: Client, as_publisher: Client, editor: User
) -> None:
    waiting = as_editor.get(url("workflow_history", submitted)).context["workflow_states"]
    assert [[task.status for task in state.all_tasks_with_status] for state in waiting] == [["in_progress"]]
    decide(as_publisher, submitted, "reject", "请写明年龄。")
    submitted.refresh_from_db()
    submitted.current_workflow_state.resume(user=editor)
    decide(as_publisher, submitted, "approve")
    page = as_editor.get(url("workflow_history", submitted))
    (state,) = page.context["workflow_states"]
    wagtails = WorkflowState.objects.get(pk=state.pk).all_tasks_with_status()
    told = [(task.name, task.status, task.status_display) for task in state.all_tasks_with_status]
    assert told == [(task.name, task.status, task.status_display) for task in wagtails]
    assert "事项第二人审核" in page.content.decode()
